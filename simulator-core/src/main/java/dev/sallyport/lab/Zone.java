package dev.sallyport.lab;

/** A part of the site within which no firewall stands, {@code perimeter-in}. */
public record Zone(String name) {
    @Override
    public String toString() {
        return name;
    }
}
