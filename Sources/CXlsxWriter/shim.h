#pragma once

#include <stdio.h>
#include <xlsxwriter.h>

/* Whether rows could not be written to the temporary file of a sheet: the library does not say so. */
static inline int isnad_sheet_failed(lxw_worksheet *sheet) {
  return sheet->optimize_tmpfile && (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile));
}
