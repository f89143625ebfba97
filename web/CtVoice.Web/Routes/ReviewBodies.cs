using CtVoice.Core;
using CtVoice.Core.Accountability;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Routes;

/// <summary>The coordinator decides whether residents are asked.</summary>
internal sealed record NeedDecision(bool Required, string Reason);

/// <summary>Words released for the report; as written when no text is given.</summary>
internal sealed record WordsRelease(string? Text = null);

/// <summary>More time for members.</summary>
internal sealed record Extension(int BusinessDays, string Reason);

/// <summary>The end of a review.</summary>
internal sealed record Cancellation(string Reason);

/// <summary>An answer to a recommendation.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlainWords">The same for residents by language; English always, at most 300 characters each.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="DueOn">By when.</param>
internal sealed record AnswerGiven(
    AnswerKind Kind, string Reason, IReadOnlyDictionary<string, string> PlainWords, string? Owner = null, DateOnly? DueOn = null)
{
    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        if (Reason.Trim().Length is 0 or > 2000)
            faults.Add(new("/reason", "Give a reason of 1 to 2,000 characters; it is public."));
        if (!PlainWords.ContainsKey("en"))
            faults.Add(new("/plainWords", "Say it in plain English under \"en\"; other languages are welcome beside it."));
        foreach (var (language, text) in PlainWords)
        {
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
                faults.Add(new(Pointer.To("/plainWords", language), "Name the language by its ISO 639-1 code, such as en or es."));
            else if (text.Trim().Length is 0 or > 300)
                faults.Add(new($"/plainWords/{language}", "Use 1 to 300 characters: it goes to people's phones."));
        }
        if (Kind is AnswerKind.Adopted or AnswerKind.AdoptedInPart)
        {
            if (string.IsNullOrWhiteSpace(Owner))
                faults.Add(new("/owner", "Say who will see to it."));
            if (DueOn is null)
                faults.Add(new("/dueOn", "Say by when it will be done."));
        }
        return faults;
    }
}

/// <summary>One page of a list of reviews.</summary>
/// <param name="Reviews">The reviews, newest first.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
internal sealed record ReviewPage(IReadOnlyList<ReviewLine> Reviews, string? Continuation);

/// <summary>A review in a list.</summary>
internal sealed record ReviewLine(
    string Id, string Agency, string Title, ReviewStage Stage, DateTimeOffset StageSince, DateTimeOffset SubmittedAt, DateTimeOffset? ClosesAt);
