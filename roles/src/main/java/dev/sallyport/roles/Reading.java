package dev.sallyport.roles;

/**
 * One way to understand an ambiguous row.
 *
 * @param name as a lab's {@code readings} chooses it, {@code source}
 * @param about what it takes the row to say, in a few words
 * @param entry what holds under this reading
 */
public record Reading(String name, String about, Entry entry) {}
