package dev.sallyport.scenarios;

/** Says why no plan can be made of what was asked, and what to do; nothing has been sent. */
public final class NoPlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates it with a sentence for the user. */
    public NoPlanException(String why) {
        super(why);
    }
}
