@main
struct DFTrace {
  static func main() {}
}
