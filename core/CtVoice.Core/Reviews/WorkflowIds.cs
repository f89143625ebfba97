using System.Globalization;

namespace CtVoice.Core.Reviews;

/// <summary>Ids of the workflows that a review needs: derived, so that starting one twice is starting it once.</summary>
public static class WorkflowIds
{
    /// <summary>Id of a review's workflow.</summary>
    public static string OfReview(string reviewId) => $"review-{reviewId}";

    /// <summary>Id of a member's workflow.</summary>
    public static string OfInvitation(string reviewId, string memberId, int round) =>
        string.Create(CultureInfo.InvariantCulture, $"invitation-{reviewId}-{memberId}-{round}");

    /// <summary>Id of the workflow of an addressee's part, by its number in the report; each round after the first says so.</summary>
    public static string OfAddressee(string reviewId, int number, int round) => round == 1
        ? string.Create(CultureInfo.InvariantCulture, $"accountability-{reviewId}-{number}")
        : string.Create(CultureInfo.InvariantCulture, $"accountability-{reviewId}-{number}-{round}");
}
