internal import ArabicText
package import EventModel

/// One annotation of a standoff layer: a stretch of the document and what a step says of it.
package struct Annotation: Sendable, Hashable {
  /// The layers that a user can ask for.
  package enum Layer: String, Sendable, CaseIterable {
    case times, actors, attribution, triggers
  }

  /// The layer.
  package var layer: Layer
  /// The stretch, in code points of the document text.
  package var range: Range<Int>
  /// Its characters.
  package var text: String
  /// Names and values in a fixed order; nil where there is none.
  package var fields: [Field]

  /// A named value.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String?

    /// Makes a field.
    package init(_ name: String, _ value: String?) {
      self.name = name
      self.value = value
    }
  }
}

extension Normalizer {
  /// The annotations of a layer in a document, in document order.
  package func annotations(of document: SourceDocument, layer: Annotation.Layer) -> [Annotation] {
    var result: [Annotation] = []
    for layout in document.articles {
      let reading = reading(layout, document, withText: false)
      func add(_ range: Range<Int>, _ fields: [Annotation.Field]) {
        result.append(
          Annotation(
            layer: layer, range: document.text.codePoints(range), text: document.text[range], fields: fields))
      }
      switch layer {
      case .times:
        for time in reading.times {
          add(
            time.mention.bytes,
            [.init("edtf", time.date?.description), .init("rule", time.rule), .init("why", time.why)])
        }
      case .actors:
        let drafts = reading.drafts.entities(of: reading.article.id)
        for mention in reading.mentions {
          for entity in mention.entities {
            let draft = drafts[entity]
            add(
              reading.text.bytes(mention.tokens),
              [
                .init("entity", EntityResolution.id(draft.key).description), .init("name", draft.name),
                .init("kind", draft.kind.rawValue), .init("country", draft.country),
                .init("sector", draft.sector?.rawValue), .init("rule", mention.rule),
              ])
          }
        }
      case .attribution:
        for report in reading.reports {
          let scope = document.text.codePoints(reading.text.bytes(report.content))
          add(
            report.evidence,
            [
              .init("source", report.chain.last?.name), .init("named", report.chain.last.map { "\($0.named)" }),
              .init("stance", report.stance.rawValue), .init("scope", report.scope.rawValue),
              .init("speech", report.speech.rawValue), .init("scope_start", "\(scope.lowerBound)"),
              .init("scope_end", "\(scope.upperBound)"), .init("rule", report.rule),
            ])
        }
      case .triggers:
        for event in reading.events {
          for (token, rule) in zip(event.triggers, event.rules) {
            add(
              reading.text.tokens[token].bytes,
              [
                .init("type", event.type.rawValue), .init("mode", event.mode?.rawValue), .init("rejected", nil),
                .init("rule", rule),
              ])
          }
        }
        for rejected in reading.rejected {
          add(
            rejected.range,
            [
              .init("type", rejected.type.rawValue), .init("mode", nil), .init("rejected", rejected.reason.rawValue),
              .init("rule", rejected.rule),
            ])
        }
      }
    }
    return result.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}
