namespace CtVoice.Web.Register;

/// <summary>A column of a table of open data.</summary>
/// <param name="Name">As the table's first row names it.</param>
/// <param name="Means">What it says.</param>
public sealed record OpenDataColumn(string Name, string Means);

/// <summary>A table of open data, and the data dictionary of its columns.</summary>
/// <param name="Anchor">Where its dictionary stands on the page.</param>
/// <param name="Title">What it is.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record OpenDataTable(string Anchor, string Title, string Path, IReadOnlyList<OpenDataColumn> Columns)
{
    /// <summary>The names in order, for whoever writes the table.</summary>
    internal IReadOnlyList<string> Names => [.. Columns.Select(c => c.Name)];

    /// <summary>One line a project.</summary>
    internal static OpenDataTable Register { get; } = new("register", "The register, one line a project", "/api/register.csv?year=all",
    [
        new("id", "Id of the review. It never changes."), new("title", "Title of the project, as the agency wrote it."),
        new("agency", "Code of the agency that asked for the review."),
        new("kind", "initial, modification, continuation or publication-check."), new("stage", "Where the review stands."),
        new("since", "Since which day (Connecticut)."), new("submitted_on", "Day on which it was received."),
        new("closes_on", "Last day for residents; empty before they are asked."),
        new("asked", "Residents asked; empty until the review has closed, so that nobody can be watched."),
        new("replied", "Residents who replied in time; empty until the review has closed."),
        new("recommendations", "Recommendations made."), new("answered", "Those that have an answer."),
        new("overdue", "Those whose answer is overdue today."),
        new("need", "Whether residents are asked: required, not-required or coordinator-decides."),
        new("reason", "Why, in a sentence; of a review that was ended early, why."),
        new("not_answered", "true when residents said that the answers did not answer them."),
        new("not_decided", "Replies with words that the board’s office had not decided on when the report, or its supplement, went out."),
        new("agency_name", "Name of the agency that asked."), new("reported_on", "Day on which the report went out."),
        new("kept", "Recommendations whose promise was kept."), new("broken", "Recommendations whose promise was publicly broken."),
        new("refused", "Recommendations that were not adopted."),
    ]);

    /// <summary>One line an agency, population and project.</summary>
    internal static OpenDataTable Landscape { get; } =
        new("landscape", "Which data about whom, one line an agency, population and project", "/api/register/landscape.csv?year=all",
    [
        new("agency", "Code of the agency whose data are used."),
        new("population", "Code of the people whom they are about (OHS REL, ISO 639-1, or a programme)."),
        new("population_name", "Their name."), new("review", "Id of the review."), new("title", "Title of the project."),
        new("need", "Whether residents are asked; empty before that is known."),
    ]);

    /// <summary>One line an agency.</summary>
    internal static OpenDataTable Agencies { get; } =
        new("agencies", "What agencies answered, one line an agency", "/api/register/agencies.csv",
    [
        new("agency", "Code of the agency that was advised."), new("agency_name", "Its name."),
        new("recommendations", "Recommendations to it."),
        new("adopted", "Those it adopted."), new("adopted_in_part", "Those it adopted in part."), new("refused", "Those it did not adopt."),
        new("deferred", "Those it put off, or wants to know more of."), new("overdue", "Those whose answer is overdue today."),
        new("kept", "Those whose promise was kept."), new("broken", "Those whose promise was publicly broken."),
    ]);

    /// <summary>One line an agency and year.</summary>
    internal static OpenDataTable Year { get; } =
        new("year", "A year of the board, one line an agency", "/api/register/year.csv",
    [
        new("year", "Year (UTC) in which the projects were received."),
        new("agency", "Code of the agency that was advised; empty in the line of all."),
        new("agency_name", "Its name; all for all of them."),
        new("recommendations", "Recommendations to it."), new("adopted", "Adopted, by the answer that holds."),
        new("adopted_in_part", "Adopted in part."), new("refused", "Not adopted."),
        new("deferred", "Put off, or more information is wanted."), new("overdue", "Those whose answer is overdue today."),
        new("unanswered", "Those whose answer is not yet due."), new("kept", "Those of which it was shown that they were done."),
        new("broken", "Those whose promise was publicly broken."),
        new("owed", "Answers owed: one a recommendation, and one more where residents were not answered."),
        new("in_time", "Answers that came before they were due."), new("late", "Answers that came later."),
        new("median_days", "Days within which half of the answers came; empty without answers."),
        new("longest_days", "Days that the slowest answer took; empty without answers."),
    ]);

    /// <summary>Every table.</summary>
    internal static IReadOnlyList<OpenDataTable> All { get; } = [Register, Landscape, Agencies, Year];
}
