extension RandomAccessCollection where Index == Int {
  /// How far a condition holds that is true of a beginning of the collection and false of the rest: the index of the first
  /// element for which it is false, by bisection.
  func end(while isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
