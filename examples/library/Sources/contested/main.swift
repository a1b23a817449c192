// Usage: contested FILE-OR-FOLDER... Prints what one source asserts and another denies.
import EventModel
import IsnadKit

let reading = try await ArticleReader().read(Array(CommandLine.arguments.dropFirst()))
for fault in reading.faults { print(fault) }
for event in reading.dataset.events where event.contested {
  let names = event.participants.map(\.entity.name).joined(separator: " – ")
  print(event.date?.date.description ?? "undated", event.mode?.rawValue ?? event.type.rawValue, names)
  for claim in event.claims where claim.scope == .occurrence {
    print("  ", claim.chain.last?.name ?? "the article", claim.stance.rawValue)
  }
}
