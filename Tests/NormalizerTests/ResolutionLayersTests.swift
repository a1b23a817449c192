import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// Laws of the standoff layers, over the project's seeds.
@Suite struct ResolutionLayersTests {
  @Test(
    "An annotation's text is the slice that its offsets name, and the layer is in order",
    arguments: Annotation.Layer.allCases)
  func slices(_ layer: Annotation.Layer) throws {
    let fixture = try TablesFixture.shared()
    for document in try ResolutionSeeds.shared().documents {
      let letters = Array(document.text[0..<document.text.bytes.count].unicodeScalars)
      let annotations = fixture.normalizer.annotations(of: document, layer: layer)
      #expect(!annotations.isEmpty)
      for annotation in annotations {
        #expect(annotation.layer == layer)
        try #require(annotation.range.upperBound <= letters.count)
        #expect(letters[annotation.range].elementsEqual(annotation.text.unicodeScalars), "\(annotation.range)")
      }
      let starts = annotations.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
      #expect(Set(annotations.map { $0.fields.map(\.name) }).count == 1)
    }
  }

  @Test("An actor of the layer is an entity id, and one entity has one name in a document")
  func entities() throws {
    let fixture = try TablesFixture.shared()
    for document in try ResolutionSeeds.shared().documents {
      var names: [String: String] = [:]
      for annotation in fixture.normalizer.annotations(of: document, layer: .actors) {
        let id = try #require(annotation["entity"])
        #expect(RecordID(id)?.kind == .entity)
        #expect(EntityKind(rawValue: annotation["kind"] ?? "") != nil)
        let name = try #require(annotation["name"])
        // Each article of a document has drafts of its own; known names do not differ between them.
        if document.articles.count == 1 {
          let first = names.updateValue(name, forKey: id) ?? name
          #expect(first == name)
        }
      }
    }
  }

  @Test("A trigger gives an event of its row's type or a reason for giving none")
  func triggers() throws {
    let fixture = try TablesFixture.shared()
    let types = Dictionary(uniqueKeysWithValues: fixture.lexicon.rows("triggers").map { ($0["id"], $0["type"]) })
    let reasons = Set(RejectedTrigger.Reason.allCases.map(\.rawValue))
    var accepted = 0
    var rejected = 0
    for document in try ResolutionSeeds.shared().documents {
      for trigger in fixture.normalizer.annotations(of: document, layer: .triggers) {
        if let reason = trigger["rejected"] {
          #expect(reasons.contains(reason))
          rejected += 1
        } else {
          accepted += 1
        }
        let type = try #require(trigger["rule"].flatMap { types[$0] })
        #expect(EventType(rawValue: type) != nil)
        if trigger["rejected"] != nil { #expect(trigger["type"] == type) }
      }
    }
    #expect(accepted > 0 && rejected > 0)
  }

  @Test("A report of the layer is one of the table's rows, and its scope lies in its article")
  func reports() throws {
    let fixture = try TablesFixture.shared()
    let rows = Set(fixture.lexicon.rows("reporting").map { $0["id"] })
    for document in try ResolutionSeeds.shared().documents {
      for report in fixture.normalizer.annotations(of: document, layer: .attribution) {
        #expect(rows.contains(report["rule"] ?? ""))
        let start = try #require(report["scope_start"].flatMap { Int($0) })
        let end = try #require(report["scope_end"].flatMap { Int($0) })
        #expect(start <= end)
        #expect(
          document.articles.contains { article in
            let range = document.text.codePoints(article.range)
            return range.lowerBound <= start && end <= range.upperBound
          })
      }
    }
  }
}
