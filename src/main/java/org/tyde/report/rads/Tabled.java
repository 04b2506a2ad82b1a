package org.tyde.report.rads;

/// A calculator that is one table.
///
/// @param id short name
/// @param source the document, its year and table
/// @param table its rows
record Tabled(String id, String source, DecisionTable table) implements Calculator {
    @Override
    public Step after(Answers answers) {
        return table.after(answers);
    }
}
