import Glibc

/// The one place where the program does several things at once: many people through one pack, a thread for each core; and at the
/// start the pack is read on one while the file is opened on the other.
enum WorkerThreads {
  static var count: Int { max(1, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Work under way, a thread for each part.
  struct Run<Output: Sendable> {
    fileprivate let jobs: [Job]
    fileprivate let threads: [pthread_t?]

    /// Waits for all parts.
    ///
    /// - Returns: what each came to, in the order of the parts, whichever ended first.
    func outputs() -> [Output] {
      for (job, thread) in zip(jobs, threads) {
        if let thread { pthread_join(thread, nil) } else { job.run() }
      }
      return jobs.compactMap { $0.output as? Output }
    }
  }

  /// Begins a piece of work for each of so many parts, all at once.
  static func start<Output: Sendable>(
    _ parts: Int, _ work: @escaping @Sendable (Int) -> Output
  ) -> Run<Output> {
    let jobs = (0..<parts).map { part in Job { work(part) } }
    return Run(jobs: jobs, threads: jobs.map { start($0) })
  }

  /// One part: written by its thread alone, read once that thread has ended.
  fileprivate final class Job {
    private let work: () -> any Sendable
    private(set) var output: (any Sendable)?

    init(_ work: @escaping () -> any Sendable) { self.work = work }

    func run() { output = work() }
  }

  /// - Returns: `nil` where no thread can be had; the part is then done by the one that waits.
  private static func start(_ job: Job) -> pthread_t? {
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { job in
        if let job = unsafe job {
          unsafe Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().run()
        }
        return nil
      }, Unmanaged.passUnretained(job).toOpaque())
    return failure == 0 ? thread : nil
  }
}
