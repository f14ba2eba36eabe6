# Brings the .ts files up to date with the sources and says how many texts wait for a translator:
#   cmake -D LUPDATE=… [-D FOLDER=…] -P update.cmake
# FOLDER has the files, else the one of this script; files that are not there are begun anew, in the same languages.
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
if(NOT FOLDER)
    set(FOLDER ${CMAKE_CURRENT_LIST_DIR})
endif()
file(GLOB names RELATIVE ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_CURRENT_LIST_DIR}/*.ts)
foreach(name IN LISTS names)
    # English is what the sources speak: only its plural forms are translated.
    set(kind "")
    if(name STREQUAL "amparo_en.ts")
        set(kind -pluralonly)
    endif()
    # Without the include paths lupdate misses the namespaces, and the program would not find its texts.
    execute_process(
        COMMAND ${LUPDATE} app core sync -I . -I core -no-obsolete -locations none -source-language en ${kind} -silent
            -ts ${FOLDER}/${name}
        WORKING_DIRECTORY ${root} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${FOLDER}/${name} texts)
    string(REGEX MATCHALL "<message" all "${texts}")
    string(REGEX MATCHALL "type=\"unfinished\"" unfinished "${texts}")
    list(LENGTH all all)
    list(LENGTH unfinished unfinished)
    message("${name}: ${unfinished} of ${all} unfinished")
endforeach()
