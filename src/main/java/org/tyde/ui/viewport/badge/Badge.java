package org.tyde.ui.viewport.badge;

import org.tyde.ui.Messages;

import java.util.List;
import java.util.stream.Collectors;

/// What is said of the pixels on screen: one calm line, and sentences for who asks.
///
/// @param claims what matters most first
public record Badge(List<Claim> claims) {
    /// Nothing is on screen.
    public static final Badge NONE = new Badge(List.of());

    /// Copies the list.
    public Badge {
        claims = List.copyOf(claims);
    }

    /// @return whether the line must stand out
    public boolean grave() {
        return claims.stream().anyMatch(Claim::grave);
    }

    /// @param messages the words
    /// @return one line; empty where there is nothing to say
    public String line(Messages messages) {
        return line(claims, messages);
    }

    /// @param messages the words
    /// @return what of it must stand out; empty where nothing must
    public String graveLine(Messages messages) {
        return line(claims.stream().filter(Claim::grave).toList(), messages);
    }

    private static String line(List<Claim> claims, Messages messages) {
        return claims.stream().map(c -> c.words(messages)).collect(Collectors.joining(" · "));
    }

    /// @param messages the words
    /// @return a sentence for each claim
    public List<String> sentences(Messages messages) {
        return claims.stream().map(c -> c.sentence(messages)).toList();
    }
}
