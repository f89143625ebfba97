using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Desk;

/// <summary>How a review stands, in the words, colours and dates of the desk.</summary>
public static class ReviewWords
{
    /// <summary>A status tag.</summary>
    /// <param name="Tone">Whose turn it is, or what came of it; null for nobody's.</param>
    /// <param name="Icon">The sign beside the word.</param>
    /// <param name="Says">The word.</param>
    public sealed record Standing(string? Tone, string Icon, string Says);

    /// <summary>A date that a review runs to.</summary>
    /// <param name="At">When.</param>
    /// <param name="Says">What happens then.</param>
    /// <param name="Because">How the date was computed, where the review keeps that.</param>
    public sealed record Deadline(DateTimeOffset At, string Says, IReadOnlyList<string> Because);

    /// <summary>The tag of a stage.</summary>
    public static Standing Of(ReviewStage stage) => stage switch
    {
        ReviewStage.Submitted => new(null, "clock", "Received"),
        ReviewStage.CoordinatorDecides => new("off", "pencil", "You decide"),
        ReviewStage.NotRequired => new(null, "dot", "No review required"),
        ReviewStage.Routing => new(null, "clock", "Members are being chosen"),
        ReviewStage.ShortOfMembers => new("off", "plus", "Too few members"),
        ReviewStage.Preparing => new("off", "pencil", "Texts being made ready"),
        ReviewStage.Open => new("res", "speech", "Being asked"),
        ReviewStage.Preview => new("off", "eye", "Report being made ready"),
        ReviewStage.Answering => new("agy", "house", "Waiting for answers"),
        ReviewStage.Finished => new("good", "tick", "Finished"),
        _ => new(null, "cross", "Ended early"),
    };

    /// <summary>What a review runs to next; null when it waits for nothing.</summary>
    public static Deadline? Next(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var schedule = ReviewSchedule.Of(review, calendar, now);
        return review.Stage switch
        {
            ReviewStage.CoordinatorDecides => At(schedule.DecideBy, "then a review is required by itself"),
            ReviewStage.ShortOfMembers => At(schedule.LookAgainAt, "then the board is looked at again"),
            ReviewStage.Preparing when Departing.AsksAt(review) is { } asks => At(asks, "then the panel is asked"),
            ReviewStage.Preparing when schedule.TextsDigestAt is { } digest => At(digest, "then late texts are in the digest"),
            ReviewStage.Preparing => At(schedule.TextsEscalateAt, "then it is public that the texts are late"),
            ReviewStage.Open => review.Window is { } window ? new(window.ClosesAt, "close", window.Because) : null,
            ReviewStage.Preview => At(schedule.ReportAt, "the report goes out, with or without what waits"),
            ReviewStage.Answering or ReviewStage.Finished
                when review.Recommendations.Where(r => r.Waits).MinBy(r => r.DueAt) is { } first =>
                new(first.DueAt, first.DueAt <= now ? "was the date of the first answer that lacks" : "the first answer is due",
                    first.DueBecause),
            ReviewStage.Answering when schedule.SupplementAt is { } supplement =>
                new(supplement, "the supplement goes out", review.Supplement!.DueBecause),
            _ => null,
        };

        static Deadline? At(DateTimeOffset? at, string says) => at is { } instant ? new(instant, says, []) : null;
    }

    /// <summary>A value of a list in words: "EarlyAndK12Education" and "purpose-and-benefit" begin with a capital
    /// and have spaces.</summary>
    public static string Plain<T>(T value)
        where T : notnull
    {
        if (value is string said && said.Contains(' ', StringComparison.Ordinal))
            return char.ToUpperInvariant(said[0]) + said[1..];
        var words = (value is Enum ? JsonSerializer.SerializeToElement(value, WorkflowJson.Options).GetString()! : value.ToString()!)
            .Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What a message to a member is, by its <see cref="MessagePurpose.Kind"/>, for whoever calls or posts.</summary>
    public static string Message(string kind) => new MessagePurpose(kind) is var purpose && purpose.IsReminder() ? "Reminder"
        : purpose.MoveNumber() is not null ? "News that there is more time"
        : purpose == MessagePurpose.Cancelled ? "News that the review ended early"
        : purpose.UpdateNumber() is not null ? "News of later changes"
        : purpose == MessagePurpose.Outcome ? "What became of the advice"
        : purpose == MessagePurpose.Satisfaction ? "Did this answer you?"
        : purpose == MessagePurpose.ReadBack ? "Is this what you said?"
        : purpose.QuestionNumber() is { } number ? FormattableString.Invariant($"Question {number}")
        : Plain(kind);

    /// <summary>A resident's name in one review, without the word that the record puts before it.</summary>
    public static string Resident(string pseudonym) =>
        pseudonym.StartsWith("resident-", StringComparison.Ordinal) ? pseudonym["resident-".Length..] : pseudonym;

    /// <summary>The English name of a language; its code where there is none.</summary>
    public static string Language(string code) => code switch
    {
        "en" => "English",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "ht" => "Haitian Creole",
        "pl" => "Polish",
        "zh" => "Chinese",
        _ => CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .FirstOrDefault(c => c.TwoLetterISOLanguageName == code && c.Name == code)?.EnglishName ?? code,
    };

    /// <summary>"Tuesday, June 1, 2027".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>The name of an agency; its code where the directory has none.</summary>
    public static string Agency(string code) => AgencyDirectory.Shipped.ByCode(code)?.Name ?? code;
}
