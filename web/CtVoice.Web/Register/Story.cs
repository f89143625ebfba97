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

    /// <summary>What the addressee says of it, in its own words; before ours.</summary>
    internal string? Theirs { get; init; }

    /// <summary>Where what was done can be seen.</summary>
    internal Uri? Link { get; init; }
}

/// <summary>How a recommendation went, from the day it was asked: every answer, everything late,
/// every promise and what came of it.</summary>
internal static class Story
{
    /// <summary>The steps, oldest first.</summary>
    internal static IReadOnlyList<StoryStep> Of(RecommendationView recommendation, Tongue t)
    {
        var steps = new List<(DateTimeOffset At, StoryStep Step)>();
        var r = recommendation;
        var due = r.Extensions.Count > 0 ? r.Extensions[0].From : r.AskedAgain?.FirstDueAt ?? r.DueAt;
        Add(r.SentAt, null, "pencil", null, r.Answer is null && r.DaysOverdue is null
            ? t.Say($"Asked. The answer is due {t.Day(due)}.")
            : t.Say($"Asked. The answer was due {t.Day(due)}."));
        foreach (var more in r.Extensions)
            Add(more.At, "agy", "clock", null,
                t.Say($"Took more time, until {t.Day(more.To)}: “{more.Reason}” More time never counts as late."));
        if (r.AskedAgain?.FirstOverdueSince is { } first)
            Add(first, "bad", "warning", t["Overdue."], Reminded(r, first, t));
        if (r.OverdueSince is { } since)
            Add(since, "bad", "warning", t["Overdue."], Reminded(r, since, t));
        var answers = r.Answer is { } last ? r.EarlierAnswers.Append(last).ToList() : [];
        for (var i = 0; i < answers.Count; i++)
            AddAnswer(answers[i], i, i == answers.Count - 1 ? null : answers[i + 1].AnsweredAt);
        if (r.AskedAgain is { } again)
            Add(again.At, "res", "again", t["Residents: not answered"], again.Answered
                ? t.Say($"It was asked once more, because residents said no. The answer was due {t.Day(r.DueAt)}.")
                : t.Say($"It was asked once more, because residents said no. The answer is due {t.Day(r.DueAt)}."));
        return [.. steps.OrderBy(s => s.At).Select(s => s.Step)];

        void Add(DateTimeOffset at, string? tone, string icon, string? strong, string says, AnswerView? said = null, Uri? link = null,
            string? theirs = null) =>
            steps.Add((at, new(RegisterLine.Day(at), tone, icon, strong, says) { Said = said, Link = link, Theirs = theirs }));

        // What an answer promised is told until the next answer takes its place.
        void AddAnswer(AnswerView answer, int number, DateTimeOffset? until)
        {
            var holds = until is null;
            var final = holds && r.AskedAgain is { Answered: true };
            var how = final ? "Last answer" : number > 0 ? "Answered anew" : answer.Late ? "Answered late" : "Answered in time";
            Add(answer.AnsweredAt, "agy", "house", $"{t[how]}: {RegisterWords.Of(answer.Kind, t).ToLowerInvariant()}",
                holds ? t["In the words above."] : "", holds ? null : answer);
            if (answer.Commitment is not { } promise)
                return;
            var at = answer.AnsweredAt;
            var by = promise.NewDates.Count > 0 ? promise.NewDates[0].From : promise.DueOn;
            Add(at, "agy", "clock", null, promise.DueByPolicy
                ? t.Say($"Promised by {t.Day(by)}, the day that the rules set where an answer names none.")
                : t.Say($"Promised by {t.Day(by)}."));
            foreach (var moved in promise.NewDates.Where(d => Told(d.At)))
                Add(moved.At, "agy", "clock", null, moved.WasLate
                    ? t.Say($"Promised for {t.Day(moved.To)} instead, after the day had passed: “{moved.Reason}”")
                    : t.Say($"Promised for {t.Day(moved.To)} instead: “{moved.Reason}”"));
            foreach (var shown in promise.Evidence.Where(e => Told(e.At)))
            {
                var kept = shown.Accepted is not false;
                Add(shown.At, kept ? "good" : null, kept ? "tick" : "cross", t[kept ? "Kept." : "Said to be done."],
                    kept ? "" : t.Say($"The board’s office did not accept it: {shown.Reason}"), link: shown.Link, theirs: shown.Text);
            }
            if (promise.NotDeliveredSince is { } broken && Told(broken))
                Add(broken, "bad", "cross", t["Promise broken."], t.Say($"Nothing showed by {t.Day(promise.DueOn)} that it was done."));

            bool Told(DateTimeOffset happened) => until is null || happened < until;
        }
    }

    /// <summary>Whether something went wrong on the way, so that a reader sees it without asking.</summary>
    internal static bool WasTrouble(RecommendationView r) =>
        Outcome.Of(r).IsTrouble || r.OverdueSince is not null || r.AskedAgain is not null
            || r.EarlierAnswers.Append(r.Answer).Any(a => a is { Late: true });

    // "Reminded on January 5 and January 9. Reported to whoever oversees it on January 12."
    private static string Reminded(RecommendationView r, DateTimeOffset since, Tongue t)
    {
        var notices = r.Notices.Where(n => !AddresseeSchedule.IsAboutPromise(n.Kind) && n.DueAt == since).ToList();
        var sentences = new List<string>();
        if (Days(notices.Where(n => !AddresseeSchedule.IsEscalation(n.Kind)), t) is { } reminded)
            sentences.Add(t.Say($"Reminded on {reminded}."));
        if (Days(notices.Where(n => AddresseeSchedule.IsEscalation(n.Kind)), t) is { } reported)
            sentences.Add(t.Say($"Reported to whoever oversees it on {reported}."));
        return string.Join(' ', sentences);
    }

    private static string? Days(IEnumerable<NoticeView> notices, Tongue t)
    {
        var days = notices.Select(n => RegisterLine.Day(n.SentAt)).Distinct().Order().Select(t.DayOfYear).ToList();
        return days.Count == 0 ? null : t.And(days);
    }
}
