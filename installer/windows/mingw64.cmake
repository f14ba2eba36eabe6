# Windows, 64 bits, with Debian's mingw-w64. What is not of the toolchain comes from the folder that libraries.sh fills,
# never from the machine that builds.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_VERSION 10)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

if(NOT DEFINED ENV{AMPARO_WINDOWS_PREFIX})  # what try_compile() starts inherits it
    execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/libraries.sh where OUTPUT_VARIABLE prefix
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(ENV{AMPARO_WINDOWS_PREFIX} ${prefix})
endif()
list(APPEND CMAKE_PREFIX_PATH $ENV{AMPARO_WINDOWS_PREFIX})
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 $ENV{AMPARO_WINDOWS_PREFIX})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} $ENV{AMPARO_WINDOWS_PREFIX}/lib/pkgconfig)
set(ENV{PKG_CONFIG_PATH} "")
set(PKG_CONFIG_ARGN --static)

# moc, rcc, lrelease and their like run here.
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake)
