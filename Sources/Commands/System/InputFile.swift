import Glibc

/// A file named on the command line, or standard input.
enum InputFile {
  static func open(_ path: String) throws(Failure) -> Int32 {
    if path == "-" { return 0 }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Failure(
        .noInput, "waymark: \(path) cannot be read: \(unsafe String(cString: strerror(errno))).")
    }
    return descriptor
  }

  /// A plain file as a whole; a pipe or a device is none.
  ///
  /// - Parameter most: no more than so many bytes are read.
  static func bytes(_ path: String, most: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      throw Failure(
        .noInput, "waymark: \(path) cannot be read: \(unsafe String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.noInput, "waymark: \(path) is no plain file, and is not read.")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < most {
      let count = unsafe read(descriptor, &buffer, min(buffer.count, most - bytes.count))
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        throw Failure(
          .ioError,
          "waymark: \(path) cannot be read: \(unsafe String(cString: strerror(errno))).")
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
