using System.Text;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Representation;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Projects.Context;

public sealed class BibliographyCsvTests
{
    private const string Heading = "ID,About,Work,Link,Version,Date,Sentence in English,Sentence in Spanish,How it was verified\n";
    private const string Good = "a-1,2054-5;DSS,A work,https://example.org/,2001,2001-09-24,It took long.,Tardó mucho.,Found.\n";

    private static readonly NoteSubjects Subjects = NoteSubjects.Of(RelCodes.Shipped, ["TREASURY"]);

    [Fact]
    public void Every_work_that_ships_says_how_it_was_verified_and_is_easy_to_read_in_both_languages()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "samples", "bibliography", "connecticut.csv"));

        var reading = BibliographyCsv.Read(file, Subjects);

        Assert.Empty(reading.Faults);
        Assert.True(reading.Notes.Count >= 12, "A dozen verified works is the aim.");
        Assert.All(reading.Notes, note =>
        {
            Assert.Contains("found", note.Verified, StringComparison.Ordinal);
            Assert.Equal(["en", "es"], note.Sentences.Keys.Order(StringComparer.Ordinal));
            Assert.All(note.Sentences, s => Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(s.Value, s.Key)!.Verdict));
        });
    }

    [Fact]
    public void Columns_are_found_by_their_heading_in_any_order()
    {
        const string file = "version,DATE,link,about,id,work,english\n2001,2001-09-24,https://example.org/,apcd,a-1,A work,Short.\n";

        var note = Assert.Single(Read(file).Notes);

        Assert.Equal(("a-1", new DateOnly(2001, 9, 24), "Short."), (note.Id, note.Date, note.Sentences["en"]));
        Assert.Null(note.Verified);
    }

    [Theory]
    [InlineData("homles", "homeless (Homeless)")]
    [InlineData("2054-6", "2054-5 (Black or African American)")]
    [InlineData("Black or African Amercan", "2054-5 (Black or African American)")]
    [InlineData("DDS", "DSS")]
    public void A_misspelt_subject_is_refused_with_the_nearest(string subject, string nearest)
    {
        var fault = Assert.Single(Read(Heading + Good.Replace("2054-5", subject, StringComparison.Ordinal)).Faults);

        Assert.Equal(2, fault.Row);
        Assert.Contains(nearest, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_bad_row_is_named_and_nothing_is_read()
    {
        var reading = Read(Heading + Good + Good + Good.Replace("a-1", "a-2", StringComparison.Ordinal).Replace("2001-09-24", "fall 2001",
            StringComparison.Ordinal) + "\n");

        Assert.Empty(reading.Notes);
        Assert.Equal([3, 4], reading.Faults.Select(f => f.Row));
        Assert.Contains("comes twice", reading.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("year-month-day", reading.Faults[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("id;about;work\n", "semicolons")]
    [InlineData("id,about,work\n", "The heading lacks: link, version, date, sentence in English.")]
    [InlineData(Heading, "no rows")]
    public void A_file_of_another_shape_says_what_it_lacks(string text, string says) =>
        Assert.Contains(says, Assert.Single(Read(text).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void More_works_than_members_could_be_told_of_are_refused()
    {
        var rows = Enumerable.Range(1, BibliographyCsv.Most + 1)
            .Select(n => Good.Replace("a-1", FormattableString.Invariant($"a-{n}"), StringComparison.Ordinal));

        Assert.Contains("at most 100 works", Assert.Single(Read(Heading + string.Concat(rows)).Faults).Message, StringComparison.Ordinal);
    }

    private static BibliographyReading Read(string text)
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return BibliographyCsv.Read(csv, Subjects);
    }
}
