import Testing

@testable import JSON

@Test(
  "A path leads to the first byte of a value",
  arguments: [
    ([], 1), (["a"], 7), (["a", "0"], 8), (["a", "2"], 19), (["a", "2", "k\"y"], 28), (["b~/"], 50), (["c"], nil),
    (["a", "9"], nil), (["a", "x"], nil), (["a", "0", "y"], nil),
  ] as [([String], Int?)])
func pathsLeadToValues(path: [String], offset: Int?) {
  let text = #" {"a": [1, "x,]}", {"k\"y": null}, [[]]], "b~/":  -1.5e3 }"#
  #expect(JSONParser.offset(of: path, in: text.utf8) == offset)
}

@Test("Lines and columns count from one, columns in bytes")
func placesAreCounted() {
  let text = Array("{\n \"خبر\": 1}".utf8)
  #expect(JSONParser.place(of: 0, in: text) == (1, 1))
  #expect(JSONParser.place(of: 2, in: text) == (2, 1))
  #expect(JSONParser.place(of: 13, in: text) == (2, 12))
}
