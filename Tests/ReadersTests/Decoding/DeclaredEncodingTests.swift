import Testing

@testable import Readers

@Suite struct DeclaredEncodingTests {
  @Test(arguments: [
    (#"<?xml version="1.0" encoding="Windows-1256"?><html>"#, "windows-1256"),
    (#"<html><head><meta charset=utf-8><title>x</title>"#, "utf-8"),
    (#"<META CharSet = 'CP1256' />"#, "cp1256"),
    (#"<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">"#, "windows-1256"),
    (#"<meta content='text/html; charset = "arabic" ' http-equiv=content-type>"#, "arabic"),
    (#"<meta content="text/html;charset=iso-8859-6;x" http-equiv="content-type"/>"#, "iso-8859-6"),
    (#"<!-- <meta charset=utf-16> --><meta charset=utf-8>"#, "utf-8"),
    (#"<!DOCTYPE html><p title="<meta charset=no>"><meta name=a content="b"><meta charset="utf8">"#, "utf8"),
    (#"<metas charset=no><meta/charset=utf-8>"#, "utf-8"),
  ])
  func `A page says in what it is`(page: String, label: String) {
    #expect(DeclaredEncoding.label(inMarkup: Array(page.utf8)) == label)
  }

  @Test(arguments: [
    "", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset=\"", "<!--", "<?xml", "<?xml encoding",
    "<a b='",
    #"<?xml version="1.0"?><p>charset=utf-8</p>"#, #"<meta content="text/html; charset=utf-8">"#,
    #"<meta http-equiv="refresh" content="1; charset=utf-8">"#, #"<meta http-equiv=content-type content="charset">"#,
    String(repeating: " ", count: 4096) + "<meta charset=utf-8>",
  ])
  func `A page that says nothing has no label`(page: String) {
    #expect(DeclaredEncoding.label(inMarkup: Array(page.utf8)) == nil)
  }
}
