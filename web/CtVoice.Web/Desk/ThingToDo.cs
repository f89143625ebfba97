using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Operations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Web.Desk;

/// <summary>One thing of the Today page: what kind it is, what to do, where, by when and why then.</summary>
/// <param name="Place">Which of the page's lists it stands in.</param>
/// <param name="Sign">Its tag.</param>
/// <param name="Title">What to do.</param>
/// <param name="Href">Where.</param>
/// <param name="About">What it is about, and since when it waits.</param>
/// <param name="Due">By when; null where it is only known since when it waits.</param>
/// <param name="Because">Why then; null where nothing more is to be said of it.</param>
public sealed record ThingToDo(ThingToDo.List Place, ReviewWords.Standing Sign, string Title, string Href, string About,
    DateTimeOffset? Due, string? Because)
{
    /// <summary>Nobody on call has dealt with it.</summary>
    public bool Unanswered { get; init; }

    /// <summary>The lists, in order.</summary>
    public enum List
    {
        /// <summary>Somebody may be in danger.</summary>
        Danger,

        /// <summary>People who wait for a person.</summary>
        Tonight,

        /// <summary>Work on reviews.</summary>
        Week,

        /// <summary>Agencies are late.</summary>
        Overdue,
    }

    internal static ThingToDo Of(TodoThing thing, Review? review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var since = "since " + DeskTime.Within(thing.Since, now);
        var about = thing.Title is { } title ? $"{title}, {since}" : $"S{since[1..]}";
        var (due, because) = DueOf(thing, review, calendar, now);
        if (thing.OnCall is { } alert)
            about = $"{about}. On call: {(alert.Taken is null
                ? "nobody has it yet"
                : $"somebody has it since {DeskTime.Within(alert.Taken.At, now)}")}";
        return new(PlaceOf(thing.Kind), SignOf(thing.Kind), TitleOf(thing), HrefOf(thing, review), about, due, because)
        {
            // Everybody on call was told, and nobody said what was done.
            Unanswered = thing.OnCall?.EscalatedAt is not null,
        };
    }

    private static List PlaceOf(string kind) => kind switch
    {
        TodoKinds.Acute or TodoKinds.Worry => List.Danger,
        "answer-overdue" or "not-delivered" => List.Overdue,
        "translate-answers" or TodoKinds.Welcome => List.Tonight,
        _ when TodoKinds.Find(kind) is { OfMessage: true } or { Name: TodoKinds.HoldingPen } => List.Tonight,
        _ => List.Week,
    };

    private static ReviewWords.Standing SignOf(string kind) => kind switch
    {
        TodoKinds.Acute => new("loud", "warning", "Acute"),
        TodoKinds.Worry => new("bad", "flag", "Worry"),
        TodoKinds.HoldingPen => new("off", "tray", "Holding pen"),
        TodoKinds.Call or TodoKinds.CallLetter or "call-members" => new("res", "phone", "Call"),
        "post-letters" => new("res", "pencil", "Post"),
        TodoKinds.Question or TodoKinds.NotUnderstood => new("res", "speech", "Question"),
        TodoKinds.WrongPerson or TodoKinds.OwnCase => new("res", "speech", "Person"),
        TodoKinds.Welcome => new("res", "plus", "Welcome"),
        "decide-need" or "consent-expedite" or "carry-over" => new("off", "pencil", "Decision"),
        TodoKinds.TooFewMembers or "language-out-of-reach" => new("off", "plus", "Panel"),
        "stopped" => new("bad", "cross", "Stopped"),
        "write-texts" or "release-texts" => new("off", "pencil", "Texts"),
        "release-words" => new("off", "eye", "Replies"),
        "release-drafts" => new("off", "eye", "Draft"),
        "translate-drafts" or "translate-answers" => new("off", "globe", "Translation"),
        TodoKinds.TermEnds => new("off", "clock", "Term"),
        TodoKinds.NoContact => new("off", "tray", "Mailbox"),
        TodoKinds.AskElsewhere => new("off", "lock", "Erased"),
        "look-at-evidence" => new("off", "eye", "Evidence"),
        TodoKinds.GiveInformation => new("agy", "speech", "Asks us"),
        "answer-overdue" or "not-delivered" => new("bad", "clock", "Overdue"),
        _ => new(null, "dot", "Other"),
    };

    // Danger is named by its number only: whoever looks over a shoulder learns nothing.
    private static string TitleOf(TodoThing thing) => thing.Kind switch
    {
        TodoKinds.Acute => $"Alert {thing.OnCall?.Number ?? thing.Id}: read it and say what was done",
        TodoKinds.Worry => $"Alert {thing.Id}: words that a person should look at",
        _ => thing.Why,
    };

    private static string HrefOf(TodoThing thing, Review? review)
    {
        if (thing.Link.StartsWith("/api/matters/", StringComparison.Ordinal))
            return "/desk/matters/" + Uri.EscapeDataString(thing.Id);
        if (thing.Kind is TodoKinds.Welcome)
            return "/desk/members/" + Uri.EscapeDataString(thing.Id);
        if (thing.Kind is TodoKinds.AskElsewhere)
            return "/desk/members/" + Uri.EscapeDataString(thing.Id) + "/erase";
        if (thing.Link.StartsWith("/api/letters/", StringComparison.Ordinal))
            return "/desk" + thing.Link["/api".Length..];
        var tab = thing.Kind switch
        {
            "decide-need" or "consent-expedite" or "carry-over" => "assessment",
            TodoKinds.TooFewMembers or "language-out-of-reach" or "call-members" or "post-letters" => "panel",
            "write-texts" or "release-texts" => "texts",
            "stopped" => review?.Stage switch { ReviewStage.Preparing => "texts", ReviewStage.Preview => "report", _ => "answers" },
            "release-words" => "replies",
            "translate-drafts" or "release-drafts" => "report",
            "answer-overdue" or "not-delivered" or "look-at-evidence" or "translate-answers" or TodoKinds.GiveInformation => "answers",
            _ => null,
        };
        return thing.ReviewId is { } id ? $"/desk/reviews/{id}/{tab}" : thing.Kind switch
        {
            TodoKinds.WebhookDisabled => "/desk/settings",
            TodoKinds.NoContact => "/desk/contacts",
            TodoKinds.TermEnds => Members.TermsPage.Path,
            _ => "/desk/pen",
        };
    }

    private static (DateTimeOffset? Due, string? Because) DueOf(TodoThing thing, Review? review, BusinessCalendar calendar,
        DateTimeOffset now)
    {
        if (thing.Kind is TodoKinds.Welcome)
            return (null, "nobody is written to before it");
        if (thing.Kind is TodoKinds.TermEnds)
            return (thing.Due, "nobody is asked after the last day of their term");
        switch (PlaceOf(thing.Kind))
        {
            case List.Danger:
                return (null, "before anything else");
            case List.Tonight when review is null || TodoKinds.Find(thing.Kind)?.OfMessage == true:
                return (null, "people get an answer the same day");
            case List.Overdue when review is not null:
                var since = thing.Kind is "not-delivered"
                    ? review.Recommendations.Min(r => r.Commitment is { Delivered: false } promised ? promised.NotDeliveredSince : null)
                    : review.Recommendations.Min(r => r.Waits ? r.OverdueSince : null);
                return (since, thing.Kind is "not-delivered" ? "was promised by then" : "was the date; whose answer lacks is on the page");
            default:
                break;
        }
        if (thing.Kind is TodoKinds.GiveInformation && review?.Recommendations.Where(Informing.Waits).ToList() is { Count: > 0 } asked)
            return (calendar.Of(review)
                .EndOfWindow(asked.Min(r => r.Answer!.AnsweredAt), Informing.BusinessDays, review.Policy.RemindsAt).At,
                "five business days from when they asked");
        if (thing.Kind is "translate-answers")
            return (null, "residents wait for it");
        if (thing.Kind is "release-words" or "release-drafts" && review?.Supplement is { SentAt: null } supplement)
            return (supplement.DueAt, "the supplement goes out, with or without what waits");
        return review is not null && ReviewWords.Next(review, calendar, now) is { } next && review.Stage is not ReviewStage.Answering
            ? (next.At, next.Says)
            : (null, null);
    }
}
