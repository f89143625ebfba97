using CtVoice.Core.Projects.Context;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Projects.Context;

public sealed class ContextNoteTests
{
    private static readonly ContextNote Note = new(
        "poverty-acs", "poverty", "ACS table B17001", "https://data.census.gov/", "2020-24", new(2025, 12, 11),
        new Dictionary<string, string> { ["en"] = "One in ten people in Connecticut is poor." });

    [Fact]
    public void A_plain_note_with_its_source_is_taken() => Assert.Empty(Note.Check());

    [Fact]
    public void Everything_wrong_is_named_at_once()
    {
        var wrong = Note with
        {
            Link = "http://example.org/",
            Version = " ",
            Sentences = new Dictionary<string, string> { ["es"] = new string('a', 201), ["spanish"] = "Uno." },
        };

        Assert.Equal(["/link", "/version", "/sentences", "/sentences/es", "/sentences/spanish"], wrong.Check().Select(f => f.Pointer));
    }

    [Fact]
    public void A_sentence_that_is_too_hard_is_refused_with_its_grade()
    {
        var hard = Note with
        {
            Sentences = new Dictionary<string, string>
            { ["en"] = "Socioeconomic disadvantage disproportionately characterizes demographically heterogeneous municipalities." }
        };

        Assert.Contains("grade", Assert.Single(hard.Check()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_get_notes_on_their_populations_first_then_on_the_data_in_their_language()
    {
        var review = Staged.Preparing();
        ContextNote[] notes =
        [
            Note,
            Note with { Id = "benefits-snap", Subject = "benefits" },
            Note with { Id = "dss-data", Subject = "dss", Date = new(2026, 1, 1) },
            Note with { Id = "doc-data", Subject = "DOC" },
            Note with { Id = "benefits-es", Subject = "benefits", Sentences = new Dictionary<string, string>
                { ["es"] = "Una de cada diez." } },
        ];

        Assert.Equal(["benefits-snap", "dss-data"], NotesFor.Review(review, Staged.Project, notes, "en").Select(n => n.Id));
        Assert.Equal(["benefits-es"], NotesFor.Review(review, Staged.Project, notes, "es").Select(n => n.Id));
    }
}
