// Writes into an array on the stack, as a program does that the compiler can guard: hardening_test.cpp reads
// what became of it.
#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    char words[64] = "";
    for (int i = 1; i < argc; ++i)
        std::strncat(words, argv[i], sizeof words - std::strlen(words) - 1);
    std::printf("%s\n", words);
    return argc > 1 ? std::snprintf(words, sizeof words, "%s", argv[argc - 1]) : 0;
}
