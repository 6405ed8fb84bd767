package dev.sallyport.testkit.firewall;

/** A program that makes a lab, says so, and ends without closing it: of itself, or when it is killed. */
final class AbandonedLab {
    private AbandonedLab() {}

    public static void main(String[] args) throws InterruptedException {
        NamespaceLab lab = NamespaceLab.builder("abandoned")
                .zone("internal", "10.1.0.0/24")
                .host("fe1", "internal", "10.1.0.10")
                .start();
        System.out.println(lab.spawnTemplate());
        if (args.length > 0) {
            Thread.currentThread().join();
        }
        System.exit(0);
    }
}
