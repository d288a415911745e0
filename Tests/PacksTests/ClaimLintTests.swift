import Packs
import TestSupport
import Testing
import Workbook

/// Words that say more than a place in an order are told, unless the place is the top.
struct ClaimLintTests {
  static let claim = "says more than a place in an order"

  private func found(_ change: (inout PackFiles) -> Void) -> [Finding] {
    var files = SamplePack.coreFiles()
    change(&files)
    let trees = PackReader.trees(files).0
    let (pack, findings) = PackReader.read(trees, others: [], hash: "", language: "en")
    #expect(findings.isEmpty, "\(findings)")
    return Lint.findings(pack, trees: trees, favourites: nil).filter {
      $0.message.contains(ClaimLintTests.claim)
    }
  }

  @Test func theCorePackClaimsNoMore() {
    #expect(found { _ in }.isEmpty)
  }

  @Test func theMiddleBandIsNothingThatIsHeldOnTo() {
    let told = found { files in
      files["measures.yaml"] = files["measures.yaml"]?.replacing(
        "matters: in the middle of your order", with: "matters: among what you held on to")
    }
    #expect(told.map(\.file) == ["measures.yaml", "measures.yaml"])
    #expect(told.map(\.line) == [5, 28], "\(told)")
  }

  @Test func aReasonForTheMiddleBandClaimsNoMore() {
    let told = found { files in
      files["pathways/stay.yaml"] = files["pathways/stay.yaml"]?.replacing(
        "These people you know;", with: "You would not give up these people;")
    }
    #expect(told.map(\.file) == ["pathways/stay.yaml"])
  }
}
