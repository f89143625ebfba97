using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Web.Views;

namespace CtVoice.Web.Register;

/// <summary>One thing that happened to a recommendation.</summary>
/// <param name="Day">When.</param>
/// <param name="Tone">Whose doing it was, or what came of it.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="Strong">What a reader must not miss; null for nothing.</param>
/// <param name="Says">The rest of the sentence.</param>
internal sealed record StoryStep(DateOnly Day, string? Tone, string Icon, string? Strong, string Says)
{
    /// <summary>What the addressee said then, where it is not the answer that holds.</summary>
    internal AnswerView? Said { get; init; }

    /// <summary>Where what was done can be seen.</summary>
    internal Uri? Link { get; init; }
}

/// <summary>How a recommendation went, from the day it was asked: every answer, everything late, every promise and what came of it.</summary>
internal static class Story
{
    /// <summary>The steps, oldest first.</summary>
    internal static IReadOnlyList<StoryStep> Of(RecommendationView recommendation)
    {
        var steps = new List<(DateTimeOffset At, StoryStep Step)>();
        var r = recommendation;
        var due = r.Extensions.Count > 0 ? r.Extensions[0].From : r.AskedAgain?.FirstDueAt ?? r.DueAt;
        Add(r.SentAt, null, "pencil", null, $"Asked. The answer {(r.Answer is null && r.DaysOverdue is null ? "is" : "was")} due {RegisterWords.Day(due)}.");
        foreach (var more in r.Extensions)
            Add(more.At, "agy", "clock", null, $"Took more time, until {RegisterWords.Day(more.To)}: “{more.Reason}” More time never counts as late.");
        if (r.AskedAgain?.FirstOverdueSince is { } first)
            Add(first, "bad", "warning", "Overdue.", Reminded(r, first));
        if (r.OverdueSince is { } since)
            Add(since, "bad", "warning", "Overdue.", Reminded(r, since));
        var answers = r.Answer is { } last ? r.EarlierAnswers.Append(last).ToList() : [];
        for (var i = 0; i < answers.Count; i++)
            AddAnswer(answers[i], i, i == answers.Count - 1 ? null : answers[i + 1].AnsweredAt);
        if (r.AskedAgain is { } again)
            Add(again.At, "res", "again", "Residents: not answered", $"It was asked once more, because residents said no. The answer {(again.Answered ? "was" : "is")} due {RegisterWords.Day(r.DueAt)}.");
        return [.. steps.OrderBy(s => s.At).Select(s => s.Step)];

        void Add(DateTimeOffset at, string? tone, string icon, string? strong, string says, AnswerView? said = null, Uri? link = null) =>
            steps.Add((at, new(RegisterLine.Day(at), tone, icon, strong, says) { Said = said, Link = link }));

        // What an answer promised is told until the next answer takes its place.
        void AddAnswer(AnswerView answer, int number, DateTimeOffset? until)
        {
            var holds = until is null;
            var final = holds && r.AskedAgain is { Answered: true };
            var how = final ? "Last answer" : number > 0 ? "Answered anew" : answer.Late ? "Answered late" : "Answered in time";
            Add(answer.AnsweredAt, "agy", "house", $"{how}: {RegisterWords.Of(answer.Kind).ToLowerInvariant()}", holds ? "In the words above." : "", holds ? null : answer);
            if (answer.Commitment is not { } promise)
                return;
            var at = answer.AnsweredAt;
            var by = promise.NewDates.Count > 0 ? promise.NewDates[0].From : promise.DueOn;
            Add(at, "agy", "clock", null, $"Promised by {RegisterWords.Day(by)}{(promise.DueByPolicy ? ", the day that the rules set where an answer names none" : "")}.");
            foreach (var moved in promise.NewDates.Where(d => Told(d.At)))
                Add(moved.At, "agy", "clock", null, $"Promised for {RegisterWords.Day(moved.To)} instead{(moved.WasLate ? ", after the day had passed" : "")}: “{moved.Reason}”");
            foreach (var shown in promise.Evidence.Where(e => Told(e.At)))
            {
                var kept = shown.Accepted is not false;
                Add(shown.At, kept ? "good" : null, kept ? "tick" : "cross", kept ? "Kept." : "Said to be done.",
                    kept ? shown.Text : $"{shown.Text} The board’s office did not accept it: {shown.Reason}", link: shown.Link);
            }
            if (promise.NotDeliveredSince is { } broken && Told(broken))
                Add(broken, "bad", "cross", "Promise broken.", $"Nothing showed by {RegisterWords.Day(promise.DueOn)} that it was done.");

            bool Told(DateTimeOffset happened) => until is null || happened < until;
        }
    }

    /// <summary>Whether something went wrong on the way, so that a reader sees it without asking.</summary>
    internal static bool WasTrouble(RecommendationView r) =>
        Outcome.Of(r).IsTrouble || r.OverdueSince is not null || r.AskedAgain is not null || r.EarlierAnswers.Append(r.Answer).Any(a => a is { Late: true });

    // "Reminded on January 5 and 9; reported to whoever oversees it on January 12."
    private static string Reminded(RecommendationView r, DateTimeOffset since)
    {
        var notices = r.Notices.Where(n => !AddresseeSight.IsAboutPromise(n.Kind) && n.DueAt == since).ToList();
        var reminded = Days(notices.Where(n => !AddresseeSight.IsEscalation(n.Kind)));
        var reported = Days(notices.Where(n => AddresseeSight.IsEscalation(n.Kind)));
        var told = string.Join("; ", new[] { reminded is null ? null : $"reminded on {reminded}", reported is null ? null : $"reported to whoever oversees it on {reported}" }.OfType<string>());
        return told.Length == 0 ? "" : $"{char.ToUpperInvariant(told[0])}{told[1..]}.";
    }

    private static string? Days(IEnumerable<NoticeView> notices)
    {
        var days = notices.Select(n => RegisterLine.Day(n.SentAt)).Distinct().Order().Select(d => d.ToString("MMMM d", CultureInfo.InvariantCulture)).ToList();
        return days.Count == 0 ? null : string.Join(" and ", days);
    }
}
