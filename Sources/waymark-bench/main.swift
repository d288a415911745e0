import Benchmarks

Benchmark.start()
