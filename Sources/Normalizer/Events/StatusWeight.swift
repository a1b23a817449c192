internal import EventModel

extension Event.Status {
  /// Which of two statuses stays when tellings are joined: the smaller one. What is told as fact outweighs what is planned.
  var weight: Int {
    switch self {
    case .occurred: 0
    case .ongoing: 1
    case .alleged: 2
    case .planned: 3
    case .requested: 4
    case .denied: 5
    }
  }
}
