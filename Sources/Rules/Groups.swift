/// Lists of numbers, one behind the other in one array.
package struct Groups: Sendable {
  private let starts: [Int]
  private let members: [Int]

  package init(lists: [[Int]]) {
    var starts = [0]
    starts.reserveCapacity(lists.count + 1)
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    self.starts = starts
    members = Array(lists.joined())
  }

  /// - Parameter pairs: group and member; members of one group keep their order.
  package init(count: Int, of pairs: [(group: Int, member: Int)]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Int](repeating: 0, count: pairs.count)
    for pair in pairs {
      members[next[pair.group]] = pair.member
      next[pair.group] += 1
    }
    self.starts = starts
    self.members = members
  }

  /// Where the members of a group stand, for ``subscript(at:)``: quicker than a slice.
  package func places(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  package subscript(at place: Int) -> Int { members[place] }

  package subscript(group: Int) -> ArraySlice<Int> { members[starts[group]..<starts[group + 1]] }
}
