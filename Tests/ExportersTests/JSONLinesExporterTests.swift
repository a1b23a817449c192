import EventModel
import JSON
import Testing

@testable import Exporters

private func lines(_ name: String, of dataset: Dataset) throws -> String {
  try #require(Sample.export(dataset, with: JSONLinesExporter())["data/jsonl/" + name + ".jsonl"])
}

@Test("An event is one line, nested as in the model")
func jsonEvent() throws {
  let expected = [
    #"{"id":"evt-00000000000000f1","type":"CONSULT","mode":"phone","cameo":"041","status":"alleged","contested":true,"#,
    #""confidence":73,"part_of":"evt-00000000000000f1","date":{"edtf":"2022-11","earliest":"2022-11-01","#,
    #""latest":"2022-11-30","precision":"month","expression":"الشهر الجاري","resolved_by":"relative"},"place":{"#,
    #""entity":"ent-00000000000000e1","name":"أنقرة","name_en":"Ankara","country":"TUR"},"count":{"value":5,"#,
    #""relation":"at-least"},"participants":[{"entity":"ent-00000000000000e1","name":"سيرغي لافروف","#,
    #""name_en":"Sergey Lavrov","kind":"person","country":"RUS","sector":"GOV","masked":{"reason":"on-request","#,
    #""count":1},"role":"both","surface":["لافروف"]}],"topics":["أوكرانيا"],"claims":[{"#,
    #""id":"clm-00000000000000c1","article":"art-00000000000000a1","chain":[{"name":"الشرق","name_en":"Asharq","#,
    #""entity":"ent-00000000000000e1","named":true,"verb":"ذكرت"}],"stance":"confirms","scope":"occurrence","#,
    #""speech":"direct","date":{"edtf":"2022-11","earliest":"2022-11-01","latest":"2022-11-30","precision":"month","#,
    #""expression":"الشهر الجاري","resolved_by":"relative"},"evidence":{"article":"art-00000000000000a1","start":40,"#,
    #""end":58,"quote":"أجرى اتصالاً أمس"}}],"evidence":[{"article":"art-00000000000000a1","start":40,"end":58,"#,
    #""quote":"أجرى اتصالاً أمس"}],"corroboration":{"articles":1,"outlets":1,"named_sources":1,"#,
    #""anonymous_sources":2}}"#, "\n",
  ]
  #expect(try lines("events", of: Sample.full) == expected.joined())
}

@Test("What is absent is null; only the text is left out")
func jsonNulls() throws {
  let articles = try lines("articles", of: Dataset(articles: [Sample.bareArticle], entities: [], events: []))
  #expect(
    articles == """
      {"id":"art-00000000000000a2","document":{"id":"001","path":"001.txt","record":null,\
      "sha256":"\(String(repeating: "ab", count: 32))","bytes":10,"encoding":"windows-1256",\
      "encoding_basis":"detected","media_type":"text/plain"},"segment":1,"start":0,"end":9,"language":"ar","headline":null,"deck":null,\
      "byline":null,"outlet":null,"url":null,"published":{"edtf":null,"earliest":null,"latest":null,"basis":"unknown",\
      "evidence":[]},"paragraphs":0,"sentences":0,"words":0,"copy_of":null,"also_in":[],"removed":[]}

      """)
  let events = try lines("events", of: Dataset(articles: [], entities: [], events: [Sample.bareEvent]))
  #expect(
    events == """
      {"id":"evt-00000000000000f3","type":"AGREE","mode":null,"cameo":"030","status":"planned","contested":false,\
      "confidence":0,\
      "part_of":null,"date":null,"place":null,"count":null,"participants":[],"topics":[],"claims":[],"evidence":[],\
      "corroboration":{"articles":0,"outlets":0,"named_sources":0,"anonymous_sources":0}}

      """)
}

@Test("Any text survives, and a record stays one line for every reader of lines", arguments: Sample.hostileTexts)
func jsonHostileTexts(text: String) throws {
  let line = try lines("entities", of: Sample.hostile(text))
  let breaks = line.unicodeScalars.filter { "\n\r\u{2028}\u{2029}".unicodeScalars.contains($0) }
  #expect(breaks.map(\.value) == [0x0A])
  let value = try JSONParser.parse(Array(line.utf8))
  #expect(value["name"]?.string.map { Array($0.utf8) } == Array(text.utf8))
  #expect(value["aliases"]?[1]?.string.map { Array($0.utf8) } == Array(text.utf8))
}
