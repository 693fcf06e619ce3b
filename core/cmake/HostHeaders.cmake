# Header-only libraries of the system. Under Emscripten /usr/include itself must stay off the path (it would expose
# glibc's headers), so the one folder that is needed is copied into the build tree.
function(host_headers target folder probe)
  find_path(${target}_dir ${folder}/${probe} PATHS /usr/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  add_library(${target} INTERFACE)
  if(EMSCRIPTEN)
    file(COPY ${${target}_dir}/${folder} DESTINATION ${CMAKE_BINARY_DIR}/host-include)
    target_include_directories(${target} SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/host-include)
  else()
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_dir})
  endif()
endfunction()

host_headers(pressmark_rapidjson rapidjson reader.h)
