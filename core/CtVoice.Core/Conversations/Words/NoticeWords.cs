using System.Globalization;
using System.Text;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Words;

/// <summary>What agencies and OPM read about answers and commitments that are due. Pure.</summary>
public static class NoticeWords
{
    /// <summary>One notice about all recommendations that a step is about.</summary>
    public static Wording Of(Review review, string addressee, ClockStep step, IReadOnlyList<Recommendation> about)
    {
        var promise = step.Kind.StartsWith("promise", StringComparison.Ordinal);
        // A promised day ends at midnight: the instant after it is another day.
        var day = LocalTime.DateIn(BusinessCalendar.Zone, promise ? step.DueAt.AddTicks(-1) : step.DueAt);
        var due = day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        var which = $"{(about.Count == 1 ? "recommendation" : "recommendations")} {Numbers(about)}";
        var what = $"{which} on \"{review.Title}\" (review {review.Id})";
        var again = !promise && about.Any(r => r.AskedAgain is not null)
            ? " Residents said that they were not answered, so it is asked once more; this answer is final."
            : "";
        return step.Kind switch
        {
            _ when AddresseeSchedule.IsEscalation(step.Kind) => new(
                $"Overdue: {addressee}'s answer to {what}",
                $"{addressee} has not answered {what}. The answer was due on {due}. The public register shows it as overdue.{again}"),
            "promise-late" => new(
                $"Not delivered: what {addressee} promised on {what}",
                $"What {addressee} promised on {what} was due on {due}. Nobody has shown that it is done, and the public register says "
                    + $"so.{Owners(about)} Give evidence, or a new date with its reason."),
            _ when promise => new(
                $"Due {due}: what {addressee} promised on {what}",
                $"What {addressee} promised on {what} is due on {due}.{Owners(about)} When it is done, give evidence; after that day the "
                    + "public register shows it as not delivered."),
            _ => new(
                $"Due {due}: answer to {what}",
                $"The Resident Advisory Board waits for {addressee}'s answer to {what}. It is due on {due}.{again}"),
        };
    }

    private static string Numbers(IReadOnlyList<Recommendation> about)
    {
        var text = new StringBuilder();
        for (var i = 0; i < about.Count; i++)
            text.Append(i == 0 ? "" : i == about.Count - 1 ? " and " : ", ").Append(about[i].Number.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static string Owners(IReadOnlyList<Recommendation> about)
    {
        var named = about.Where(r => r.Answer?.Owner is not null)
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Number}: {r.Answer!.Owner}")).ToList();
        return named.Count == 0 ? "" : $" Owner of {string.Join("; ", named)}.";
    }
}
