using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Tests.Json;

/// <summary>Numbers, addresses and titles that were copied from a document: cleaned, or refused with the reason.</summary>
public sealed class AsTypedTests
{
    [Theory]
    [InlineData("\u200B203\u2011555\u20110123")]
    [InlineData("203\u2212555\u22120123")]
    [InlineData("２０３－５５５－０１２３")]
    [InlineData("\u202A+1 203 555 0123\u202C")]
    [InlineData("203\u00A0555\u00A00123\uFEFF")]
    public void Number_is_cleaned(string written) => Assert.Equal("+12035550123", PhoneNumber.Read(written).E164);

    [Theory]
    [InlineData("\u200B\u2060")]
    [InlineData("\uFEFF")]
    public void Number_of_marks_that_nobody_sees_is_empty(string written) =>
        Assert.Equal("The phone number is empty.", PhoneNumber.Read(written).Refusal);

    [Theory]
    [InlineData("rosa\u200B@example.org", "rosa@example.org")]
    [InlineData("rosa@ｅｘａｍｐｌｅ.org", "rosa@example.org")]
    [InlineData("rosa\u2011diaz@example.org", "rosa-diaz@example.org")]
    [InlineData("\u202Arosa@example.org\u202C", "rosa@example.org")]
    public void Address_is_cleaned(string written, string stored)
    {
        var (contact, faults) = MemberCheck.OfContact(ByMail, "Rosa", null, written);

        Assert.Empty(faults);
        Assert.Equal(stored, contact!.Email);
    }

    [Fact]
    public void Address_with_a_letter_of_another_script_is_refused_with_the_reason_and_a_name_that_shows_nothing_is_none()
    {
        var (_, faults) = MemberCheck.OfContact(ByMail, "\u200B\u3164", null, "ros\u0430@example.org");

        Assert.Equal(["/name", "/email"], faults.Select(f => f.Pointer));
        Assert.Contains("only looks like", faults[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Benefits \u202Eand housing", "U+202E")]
    [InlineData("Benefits\u0007", "U+0007")]
    [InlineData("Benefits\nand housing", "U+000A")]
    [InlineData("Bene\u200Bfits", "U+200B")]
    [InlineData("\u2066Benefits", "U+2066")]
    public void Title_names_the_mark_that_steers_or_hides(string title, string mark) => Assert.Equal(mark, AsTyped.Unseen(title));

    [Theory]
    [InlineData("Años de escuela – y después")]
    [InlineData("Families 👩‍👩‍👧")]
    [InlineData("می‌خواهم")]
    public void Title_in_any_script_is_one(string title) => Assert.Null(AsTyped.Unseen(title));

    [Fact]
    public void Tie_to_no_known_agency_is_told_with_the_nearest()
    {
        Assert.Empty(UnknownAgencies.Of(["DSS", " doc "], AgencyDirectory.Shipped));
        Assert.Contains("DSS", Assert.Single(UnknownAgencies.Of(["DSSS", "dsss"], AgencyDirectory.Shipped)), StringComparison.Ordinal);
        Assert.Contains(
            "Did you mean: DSS?", Assert.Single(UnknownAgencies.Of(["Department of Social Services"], AgencyDirectory.Shipped)),
            StringComparison.Ordinal);
    }

    private static Member ByMail => new("m-01", ["en"], "America/New_York", [Channel.Email], [], new(new(2026, 9, 1), null), [], []);
}
