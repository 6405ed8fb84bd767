package dev.sallyport.lab;

import java.util.Locale;

/** What a role makes of the hosts that play it, beside the ports that they accept. */
public enum Trait {
    /** An organisation of its own: it speaks for its own name, not for the lab's domain. */
    OUTSIDER,
    /** Speaks for the lab's domain to the world, at its interface {@code access} where it has several. */
    DOMAIN,
    /** Clients sign in to it. */
    SIGN_IN,
    /** Offers the domain's web services. */
    WEB;

    /** Returns the trait as role files write it: {@code outsider}, {@code domain}, {@code sign-in}, {@code web}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
