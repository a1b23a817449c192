import EventModel
import Testing

@testable import Exporters

private func document(_ dataset: Dataset) throws -> String {
  try #require(Sample.export(dataset, with: XMLExporter())["data/xml/dataset.xml"])
}

@Test("Ids, numbers, codes and days are attributes, texts are elements, and what is absent is left out")
func xmlDocument() throws {
  let dataset = Dataset(
    articles: [Sample.bareArticle], entities: [Sample.entity, Sample.place], events: [Sample.bareEvent])
  #expect(
    try document(dataset) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <dataset xmlns="urn:isnad:dataset:1" xml:lang="ar">
      <articles>
      <article id="art-00000000000000a2" segment="1" start="0" end="9" language="ar" paragraphs="0" sentences="0" \
      words="0"><document sha256="\(String(repeating: "ab", count: 32))" bytes="10" encoding="windows-1256" \
      encoding_basis="detected" media_type="text/plain"><id>001</id><path>001.txt</path></document><published basis="unknown"><evidence/>\
      </published><also_in/><removed/></article>
      </articles>
      <entities>
      <entity id="ent-00000000000000e1" kind="person" wikidata="Q58217" country="RUS" sector="GOV">\
      <name>سيرغي لافروف</name><name_en xml:lang="en">Sergey Lavrov</name_en><aliases><alias>لافروف</alias></aliases>\
      <masked reason="on-request" count="1"/></entity>
      <entity id="ent-00000000000000e3" kind="place" country="TUR"><name>أنقرة</name>\
      <name_en xml:lang="en">Ankara</name_en><aliases/></entity>
      </entities>
      <events>
      <event id="evt-00000000000000f3" type="AGREE" cameo="030" status="planned" contested="false" confidence="0">\
      <participants/>\
      <topics/><claims/><evidence/><corroboration articles="0" outlets="0" named_sources="0" anonymous_sources="0"/>\
      </event>
      </events>
      </dataset>

      """)
}

@Test(
  "A data set without some kind of record has all three lists",
  arguments: [
    Dataset(articles: [], entities: [], events: []),
    Dataset(articles: [Sample.article], entities: [], events: []),
    Dataset(articles: [], entities: [], events: [Sample.bareEvent]),
  ])
func xmlSections(dataset: Dataset) throws {
  let text = try document(dataset)
  let tags = text.split(separator: "\n").filter { ["articles", "entities", "events"].contains($0.filter(\.isLetter)) }
  #expect(tags == ["<articles>", "</articles>", "<entities>", "</entities>", "<events>", "</events>"])
}

@Test(
  "Characters with a meaning are escaped, and forbidden ones replaced and counted",
  arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;\"'", 0), ("]]>", "]]&gt;", 0), ("a\r\n\tb", "a&#xD;\n\tb", 0),
    ("\u{0}\u{B}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}", 3), ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}", 2),
    ("\u{FFFD}\u{FEFF}\u{FDFA}", "\u{FFFD}\u{FEFF}\u{FDFA}", 0), ("\u{7F}\u{85}\u{2028}", "\u{7F}\u{85}\u{2028}", 0),
    ("\u{202E}👩‍👧", "\u{202E}👩‍👧", 0), ("", "", 0),
  ])
func xmlText(text: String, expected: String, losses: Int) {
  var xml = XMLWriter()
  xml.open("a")
  xml.text(text)
  xml.close("a")
  #expect(String(decoding: xml.bytes, as: UTF8.self) == "<a>" + expected + "</a>")
  #expect(xml.replacements == losses)
}

@Test("An attribute keeps its line breaks and quotation marks")
func xmlAttribute() {
  var xml = XMLWriter()
  xml.open("a")
  xml.attribute("b", "\"<\r\n\t>\u{1}'")
  xml.close("a")
  #expect(String(decoding: xml.bytes, as: UTF8.self) == "<a b=\"&quot;&lt;&#xD;&#xA;&#x9;&gt;\u{FFFD}'\"/>")
}

@Test("What XML cannot hold is a note")
func xmlLossNotes() {
  var exporter = XMLExporter()
  var output = OutputBuffers(count: 1)
  exporter.export(Sample.full, header: ExportHeader(Sample.full), to: &output)
  #expect(exporter.lossNotes.isEmpty)
  exporter.entity(Sample.hostile("\u{B}").entities[0], to: &output)
  #expect(
    exporter.lossNotes.map(\.description) == [
      """
      data/xml/dataset.xml: note: XML 1.0 forbids 4 of the characters: U+FFFD stands in their place, first in ent-00000000000000e1 \
      [xml-forbidden-character]
      """
    ])
}
