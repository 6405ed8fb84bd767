package dev.sallyport.testkit.verdicts;

/** Two Edge Servers with private addresses, found by DNS, behind static NAT that also turns what they say to each other. */
class EdgePoolGoldenTest extends GoldenRules {
    EdgePoolGoldenTest() {
        super("edge-pool");
    }
}
