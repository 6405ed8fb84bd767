package dev.sallyport.testkit.verdicts;

/** One Edge Server with private addresses, behind static NAT on the outer firewall. */
class SingleEdgeGoldenTest extends GoldenRules {
    SingleEdgeGoldenTest() {
        super("single-edge");
    }
}
