using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>What an answer must say, by what it decides.</summary>
public static class AnswerCheck
{
    private const int LongestReason = 2000;
    private const int LongestPlainWords = 300;
    private const int LongestName = 200;

    /// <summary>Everything that is wrong with an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="policy">The rules of the review.</param>
    /// <param name="today">Today in Connecticut.</param>
    public static IReadOnlyList<Fault> Of(RecommendationAnswer answer, ReviewPolicy policy, DateOnly today)
    {
        var faults = new List<Fault>();
        if (answer.Reason.Trim().Length is 0 or > LongestReason)
            faults.Add(new("/reason", "Give a reason of 1 to 2,000 characters; it is public."));
        PlainWords(answer, faults);
        if (answer.Owner is { } owner && owner.Trim().Length is 0 or > LongestName)
            faults.Add(new("/owner", "Name the owner in 1 to 200 characters, or leave it out."));
        if (answer.SignedOffBy is { } signer && signer.Trim().Length is 0 or > LongestName)
            faults.Add(new("/signedOffBy", "Name who signed it off in 1 to 200 characters, or leave it out."));
        DueDate(answer, policy, today, faults);
        return faults;
    }

    /// <summary>What is wrong with plain words in one language; null when nothing is.</summary>
    public static string? OfPlainWords(string text) =>
        text.Trim().Length is 0 or > LongestPlainWords ? "Use 1 to 300 characters: it goes to people's phones." : null;

    private static void PlainWords(RecommendationAnswer answer, List<Fault> faults)
    {
        if (!answer.PlainWords.ContainsKey("en"))
            faults.Add(new("/plainWords", "Say it in plain English under \"en\"; other languages are welcome beside it."));
        foreach (var (language, text) in answer.PlainWords)
        {
            if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
                faults.Add(new(Pointer.To("/plainWords", language), "Name the language by its ISO 639-1 code, such as en or es."));
            else if (OfPlainWords(text) is { } fault)
                faults.Add(new($"/plainWords/{language}", fault));
        }
        // Nothing reaches a member in words that no person wrote.
        var name = answer.Translator?.Trim().Length ?? 0;
        if (answer.PlainWords.Keys.Any(language => language != "en") && name is 0 or > LongestName)
            faults.Add(new("/translator", "Name the person who wrote the other languages."));
    }

    private static void DueDate(RecommendationAnswer answer, ReviewPolicy policy, DateOnly today, List<Fault> faults)
    {
        switch (answer.Kind)
        {
            case AnswerKind.Adopted or AnswerKind.AdoptedInPart:
                if (string.IsNullOrWhiteSpace(answer.Owner))
                    faults.Add(new("/owner", "Say who will see to it."));
                if (answer.DueOn is null)
                    faults.Add(new("/dueOn", "Say by when it will be done."));
                else
                    Day(PromisedDay.Last(today), "it will be done");
                break;
            case AnswerKind.NotAdopted:
                if (answer.DueOn is not null)
                    faults.Add(new("/dueOn", "Nothing is to be done, so there is no date by which it is."));
                break;
            default:
                if (answer.DueOn is not null)
                    Day(today.AddDays(policy.DecideLaterAtMost), "it will be decided");
                break;
        }

        void Day(DateOnly latest, string what)
        {
            if (answer.DueOn < today || answer.DueOn > latest)
                faults.Add(new("/dueOn", FormattableString.Invariant($"Say by when {what}: today or later, and by {latest:yyyy-MM-dd}.")));
        }
    }
}
