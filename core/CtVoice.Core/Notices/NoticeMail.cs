using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Notices;

/// <summary>
/// What an office reads: what happened, what is asked of it, by when, and where. Never a word of a resident, nothing of the panel,
/// and of a review that still asks no more than its promised dates. It says how things stand when it leaves; what is settled by then
/// is left out. Pure.
/// </summary>
public static class NoticeMail
{
    /// <summary>The mail that tells an office of several things; null when nothing of it is left to say.</summary>
    /// <param name="agency">Code of the agency; null for the coordinator and the deputy.</param>
    /// <param name="about">Reviews and what happened to them.</param>
    /// <param name="link">Makes a path of ours an address.</param>
    /// <param name="calendar">The calendar that promised dates are computed with.</param>
    public static Wording? Of(string? agency, IReadOnlyList<(Review Review, WaitingNotice Notice)> about, Func<string, string> link,
        BusinessCalendar calendar)
    {
        // A date that moved twice within minutes is one thing: the date that holds. Each reminder of guardrails is about others.
        var parts = about
            .DistinctBy(a => (a.Review.Id, a.Notice.Kind.Name,
                a.Notice.Kind.Name is NoticeKinds.GuardrailDue or NoticeKinds.GuardrailBroken ? a.Notice.At : default))
            .Select(a => (a.Review, Says: PartOf(agency, a.Review, a.Notice, calendar))).Where(p => p.Says is not null).ToList();
        if (parts.Count == 0)
            return null;
        var (first, said) = (parts[0].Review, parts[0].Says!);
        var more = parts.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {parts.Count - 1} more");
        var text = string.Join("\n\n", parts.Select(p => $"""
            {p.Says!.Title}
            "{p.Review.Title}" (review {p.Review.Id})
            {p.Says.Text}
            {link(p.Says.Path)}
            """.ReplaceLineEndings("\n")));
        return new($"{said.Title}: {first.Title}{more}", $"{text}\n\n{Foot(agency, link)}");
    }

    /// <summary>What the chair of the Executive Board is told of texts that the board's office is late with; null when they came.</summary>
    public static Wording? ToChair(IReadOnlyList<(Review Review, WaitingNotice Notice)> about, Func<string, string> link)
    {
        var late = about.Where(a => IsLate(a.Review)).DistinctBy(a => a.Review.Id).ToList();
        return late.Count == 0 ? null : new(
            $"Texts for residents are late: {late[0].Review.Title}",
            string.Join("\n\n", late.Select(a => $"""
                "{a.Review.Title}" (review {a.Review.Id})
                The panel is chosen, and nobody can be asked: the board's office has not released what residents will read. It was to be
                ready {Days(a.Review.Policy.TextsEscalateAfter)} after the panel was chosen, by {Until(a.Notice.At)}.
                The public register says so.
                {link($"/register/{a.Review.Id}")}
                """.ReplaceLineEndings("\n")))
            + "\n\nYou get this mail as chair of the Executive Board, once for each review. Nothing is done by opening its link.");
    }

    private static bool IsLate(Review review) =>
        review is { Stage: ReviewStage.Preparing, TextDelay.EscalatedAt: not null } && Departing.AsksAt(review) is null;

    private sealed record Part(string Title, string Text, string Path);

    private static Part? PartOf(string? agency, Review review, WaitingNotice notice, BusinessCalendar calendar)
    {
        var page = agency is null ? $"/desk/reviews/{review.Id}" : $"/agency/reviews/{review.Id}";
        var ours = review.Recommendations.Where(r => r.Addressee == agency).ToList();
        return notice.Kind.Name switch
        {
            NoticeKinds.ProjectArrived when review.Stage is not ReviewStage.Cancelled => new(
                "A project arrived", $"{review.Agency} submitted it. What it asks of you stands on your page of things to do.", page),
            NoticeKinds.TextsNeeded when review.Stage is ReviewStage.Preparing => new(
                "Texts to make ready",
                $"The panel is chosen. Nobody is asked before you have released what residents will read. It is public that texts are "
                    + $"late {Days(review.Policy.TextsEscalateAfter)} after the panel was chosen.",
                page + "/texts"),
            NoticeKinds.TextsLate when IsLate(review) => new(
                "Texts for residents are late",
                "Nobody can be asked before you have released what residents will read. The public register says that it is late"
                    + (review.Practice ? "." : ", and the chair of the Executive Board was told."), page + "/texts"),
            NoticeKinds.NoReview => new(
                "No review is needed",
                "Residents are not asked about this project. The reason is on the page and in the public register. Nothing is "
                    + "asked of you.", page),
            NoticeKinds.ReviewStarted when review is { Stage: ReviewStage.Open, Window: { } window } => new(
                "Residents are being asked", $"{Promised(review, window, calendar)} Nothing is asked of you until then.", page),
            NoticeKinds.DateMoved when review is { Stage: ReviewStage.Open, Window: { } window } => new(
                "A date moved", $"Residents have more time. {Promised(review, window, calendar)}", page),
            NoticeKinds.ReviewCancelled => new(
                "The review was ended",
                "There will be no report, and nothing more is asked of you. The reason is on the page and in the public register.", page),
            NoticeKinds.ReportOut => Asked("The report is out", notice.Kind, r => r.SentAt == notice.At),
            NoticeKinds.SupplementOut => Asked("The supplement to the report is out", notice.Kind, r => r.SentAt == notice.At),
            NoticeKinds.AskedAgain when ours.Where(r => r is { Waits: true, AskedAgain: not null }).ToList() is { Count: > 0 } again => new(
                "An answer is asked for once more",
                $"Residents said that they were not answered. {Answer(again)} What you answer then is final.", page),
            NoticeKinds.AnswerOverdue when ours.Where(r => r is { Waits: true, OverdueSince: not null }).ToList() is { Count: > 0 } late =>
                new(
                "An answer is overdue",
                $"Your answer to {Which(late)} was due by {Until(late.Min(r => r.OverdueSince!.Value))}. The public register shows it as "
                    + "overdue until it comes. Late, it counts as well.", page),
            NoticeKinds.NotDelivered when ours.Where(r => r.Commitment is { Delivered: false, NotDeliveredSince: not null })
                .ToList() is { Count: > 0 } owed => new(
                "A promise is overdue",
                $"What you promised on {Which(owed)} is not shown to be done, and the public register says so. Give evidence, or another "
                    + "day with its reason.", page),
            NoticeKinds.GuardrailDue when Guarded() is { Count: > 0 } due => new(
                "A guardrail is due",
                $"{ToBe(due, "is", "are")} When that is done, show it. If it cannot be, promise another day with its reason.",
                page + "/guardrails"),
            NoticeKinds.GuardrailBroken when Guarded() is { Count: > 0 } broken => new(
                "A guardrail is not shown to be in place",
                $"{ToBe(broken, "was", "were")} That is not shown, and the public register says so. Give evidence, or another day with "
                    + "its reason.", page + "/guardrails"),
            _ => null,
        };

        IReadOnlyList<Guardrail> Guarded() =>
            review.Agency != agency ? [] : GuardrailReminders.About(review, notice.Kind.Name, notice.At, calendar);

        Part? Asked(string title, NoticeKind kind, Func<Recommendation, bool> with)
        {
            var sent = ours.Where(with).ToList();
            if (sent.Count > 0)
            {
                var open = sent.Where(r => r.Waits).ToList();
                return open.Count == 0
                    ? new(title, "What it asks of you is answered already.", page)
                    : new(title, $"{Counted(sent.Count)} addressed to you. {Answer(open)} Each answer is public.", page);
            }
            return review.Agency != agency ? null : new(title,
                kind.Name == NoticeKinds.SupplementOut
                    ? "Nothing in it is addressed to you."
                    : "No recommendation in it is addressed to you.", page);
        }
    }

    // What was promised when the date was set: neither the day of an answer nor a count moves it.
    private static string Promised(Review review, ResponseWindow window, BusinessCalendar calendar) =>
        $"They may answer until {Until(window.ClosesAt)}. The report follows by "
            + $"{Until(Reporting.GoesOutAfter(review, window.ClosesAt, calendar).At)}.";

    private static string Counted(int count) =>
        count == 1 ? "1 recommendation is" : string.Create(CultureInfo.InvariantCulture, $"{count} recommendations are");

    private static string Answer(IReadOnlyList<Recommendation> open) => string.Join(" ", open.GroupBy(r => r.DueAt).OrderBy(g => g.Key)
        .Select(g => $"Please answer {Which([.. g])} by {Until(g.Key)}."));

    private static string Which(IReadOnlyList<Recommendation> about) => Numbered("recommendation", [.. about.Select(r => r.Number)]);

    private static string ToBe(IReadOnlyList<Guardrail> about, string one, string several) => string.Join(" ", about
        .GroupBy(g => g.Promise.DueOn).OrderBy(g => g.Key)
        .Select(day => $"{Numbered("Guardrail", [.. day.Select(g => g.Number)])} {(day.Count() == 1 ? one : several)} to be in place by "
            + $"{DayText.Day(day.Key)}."));

    private static string Numbered(string what, IReadOnlyList<int> numbers)
    {
        var texts = numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        return texts.Count == 1 ? $"{what} {texts[0]}" : $"{what}s {string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";
    }

    private static string Until(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, BusinessCalendar.Zone).DateTime;
        return $"{DayText.Day(DateOnly.FromDateTime(local))}, {local.ToString("h:mm tt", CultureInfo.InvariantCulture)}";
    }

    private static string Days(int days) => DayText.BusinessDays(days);

    private static string Foot(string? agency, Func<string, string> link) => agency is null
        ? "This mail goes to the coordinator and the deputy. Nothing is done by opening its link."
        : $"You get this mail because {agency} named this mailbox for reviews of the Resident Advisory Board. "
            + "Please answer on the page and not by mail; nothing is done by opening a link.\n"
            + $"What you are told, and where: {link("/agency/contacts")}";
}
