#ifndef ISNAD_LIBFUZZER_H
#define ISNAD_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library; Scripts/fuzz says where it is.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));

#endif
