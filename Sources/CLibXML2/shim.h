#pragma once

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/* xmlStructuredError and its context are macros over per-thread variables, which Swift cannot import. */
static inline xmlStructuredErrorFunc isnad_structured_error_function(void) { return xmlStructuredError; }
static inline void *isnad_structured_error_context(void) { return xmlStructuredErrorContext; }

/* xmlFree is a macro over a per-thread function pointer. */
static inline void isnad_xml_free(void *pointer) { xmlFree(pointer); }

/* An input over a copy of bytes, under a name of its own: the parts are freed by the parser that the input is for. */
static inline xmlParserInputPtr isnad_new_memory_input(
    xmlParserCtxtPtr parser, const void *bytes, int count, const char *name) {
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateMem((const char *)bytes, count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return NULL;
  xmlParserInputPtr input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return NULL;
  }
  input->filename = (const char *)xmlStrdup((const xmlChar *)name);
  return input;
}
