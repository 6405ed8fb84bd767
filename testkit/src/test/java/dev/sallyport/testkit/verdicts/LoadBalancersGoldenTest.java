package dev.sallyport.testkit.verdicts;

/** Two Edge Servers with public addresses, and load balancers before the pools inside. */
class LoadBalancersGoldenTest extends GoldenRules {
    LoadBalancersGoldenTest() {
        super("load-balancers");
    }
}
