using System.Text.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Register;
using CtVoice.Web.Views;

namespace CtVoice.Web.Tests.Register;

/// <summary>The public record in Spanish: what the code makes of parts has words there too.</summary>
public sealed class TongueTests
{
    public static TheoryData<string> Sentences()
    {
        var english = Tongue.English;
        var data = new TheoryData<string>();
        foreach (var sentence in Enum.GetValues<ReviewStage>().Select(s => RegisterWords.Of(s))
            .Concat(Enum.GetValues<Trouble>().Select(t => RegisterWords.Of(t, english)))
            .Concat(Enum.GetValues<AnswerKind>().Select(k => RegisterWords.Of(k)))
            .Concat(Enum.GetNames<GoverningBoardDecisionKind>())
            .Concat(PublicSteps.Words.Values)
            .Concat(PublicSteps.Words.Values.Where(w => w.Contains(" {0}", StringComparison.Ordinal))
                .Select(w => w.Replace(" {0}", "s", StringComparison.Ordinal)))
            .Concat(AgencyDirectory.Shipped.All.Select(a => a.Name)).Append(RegisterWords.Agency(Addressees.DataGoverningBoard))
            .Concat(Outcome.All.SelectMany(o => new[] { o.Says, o.Counted }))
            .Concat(YearShown.Parts)
            .Concat(["promises broken", TallyRelease.Some, "most", "nearly all", "yes", "yes, with changes", "no"])
            .Distinct(StringComparer.Ordinal))
            data.Add(sentence);
        return data;
    }

    // Of two, the last one would be said in the places of both.
    [Fact]
    public void No_English_sentence_stands_twice_and_a_promise_that_was_kept_is_said_so_in_Spanish()
    {
        using var stream = typeof(Tongue).Assembly.GetManifestResourceStream("record.es.json")!;
        using var file = JsonDocument.Parse(stream);

        Assert.Empty(file.RootElement.GetProperty("sentences").EnumerateObject().GroupBy(s => s.Name).Where(g => g.Count() > 1)
            .Select(g => g.Key));
        Assert.Equal("con promesa cumplida", Tongue.Spanish[Outcome.Kept.Counted]);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_stage_outcome_step_and_agency_has_a_name_in_Spanish(string english)
    {
        Assert.True(Tongue.Spanish.Has(english), english);
        // A hole that is lost, or one too many, would be seen by a reader only.
        Assert.Equal(english.Count(c => c is '{'), Tongue.Spanish[english].Count(c => c is '{'));
    }

    [Fact]
    public void A_sentence_is_filled_in_each_language_and_a_day_is_written_as_people_write_it()
    {
        var (day, replies) = (new DateOnly(2027, 3, 9), 7);
        Assert.Equal("It comes from 7 replies.", Tongue.English.Say($"It comes from {replies} replies."));
        Assert.Equal("Viene de 7 respuestas.", Tongue.Spanish.Say($"It comes from {replies} replies."));
        Assert.Equal("9 de marzo de 2027", Tongue.Spanish.Day(day));
        Assert.Equal("March 9, 2027", Tongue.English.Day(day));
        Assert.Equal("a, b y c", Tongue.Spanish.And(["a", "b", "c"]));
        Assert.Equal("/es/register", Tongue.Spanish.At("/register"));
        // What nobody has translated stays readable.
        Assert.Equal("Not there.", Tongue.Spanish["Not there."]);
    }
}
