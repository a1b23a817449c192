import EventModel
import Exporters

/// A Markdown list of events.
struct TimelineExporter: Exporter {
  let format = ExportFormat(
    name: "timeline", summary: "A list of events by day",
    files: [
      OutputFile(
        name: "timeline", title: "One line an event", path: "data/timeline.md", format: "md",
        mediaType: "text/markdown", schema: nil)
    ])

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    let day = event.date.map { "\($0.date)" } ?? "undated"
    let names = event.participants.map(\.entity.name).joined(separator: " | ")
    output[0].append("- \(day) \(event.type.rawValue) \(names)\n")
  }
}

extension ExporterRegistry.Entry {
  static let timeline = Self(name: "timeline") { _ in TimelineExporter() }
}
