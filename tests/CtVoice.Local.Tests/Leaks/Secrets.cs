using System.Globalization;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Local.Host;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Leaks;

/// <summary>What nobody outside may learn of a review, each with the name of what it is.</summary>
internal sealed class Secrets
{
    private readonly List<(string What, Regex Pattern)> people = [];
    private readonly List<(string What, Regex Pattern)> ofTheReview = [];
    private readonly List<(string What, Regex Pattern)> forAgencies = [];

    /// <summary>Reads them off a host on which a review was played.</summary>
    internal static async Task<Secrets> OfAsync(LocalHost host, string reviewId)
    {
        var secrets = new Secrets();
        var contacts = host.Services.GetRequiredService<ContactStore>();
        foreach (var member in await host.Services.GetRequiredService<BoardStore>().MembersAsync())
        {
            secrets.OfTheReview("a member id", member.Id);
            if (await contacts.ForSendingAsync(member.Id) is not { } contact)
                continue;
            secrets.Person("a name", contact.Name);
            if (contact.Email is { } email)
                secrets.Person("an address", email);
            if (contact.Phone is { } phone)
                secrets.people.Add(
                    ("a phone number", new(string.Join(@"[\s().-]*", phone[^10..].Select(digit => digit)), RegexOptions.NonBacktracking)));
        }
        var reviews = host.Services.GetRequiredService<ReviewStore>();
        var review = await reviews.ReadAsync(reviewId) ?? throw new ArgumentException("There is no such review.", nameof(reviewId));
        foreach (var seat in review.State.Panel!.Seats.Concat(review.State.Panel.Reserve))
        {
            secrets.OfTheReview("a pseudonym", seat.Pseudonym);
            secrets.OfTheReview("the reason for a seat", seat.Reason);
        }
        foreach (var passed in review.State.Panel.Passed)
            secrets.OfTheReview("the reason for an exclusion", passed.Reason);
        foreach (var reply in review.State.Replies)
        {
            foreach (var piece in reply.Pieces)
            {
                secrets.OfTheReview("the time of a reply",
                    piece.ReceivedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), whole: false);
                if (reply.Release is null && piece.Content is { } content && await reviews.ReadContentAsync(reviewId, content) is { } words)
                    secrets.Person("words that nobody released", words);
            }
        }
        foreach (var followUp in review.State.FollowUps)
        {
            foreach (var piece in followUp.Pieces.Concat(followUp.Late))
            {
                secrets.OfTheReview("the time of an answer to us",
                    piece.ReceivedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), whole: false);
                if (followUp.Release is null && piece.Content is { } content
                    && await reviews.ReadContentAsync(reviewId, content) is { } words)
                    secrets.Objections += secrets.Person("an objection that nobody released", words);
            }
        }
        foreach (var draft in review.State.Drafting.Drafts)
        {
            var text = await reviews.ReadContentAsync(reviewId, draft.Content)
                ?? throw new InvalidOperationException($"Draft {draft.Id} has no text.");
            if (draft.Release is null)
                secrets.Drafts += secrets.Person("a draft that nobody released", text);
            else if (draft.PublicRelease is null || await reviews.ReadContentAsync(reviewId, draft.PublicRelease.Content) != text)
                secrets.ForAgenciesOnly += Add(secrets.forAgencies, "words for the agencies only", text);
        }
        return secrets;
    }

    /// <summary>Objections among them.</summary>
    internal int Objections { get; private set; }

    /// <summary>Drafts among them that nobody released.</summary>
    internal int Drafts { get; private set; }

    /// <summary>Texts that the agencies read, and the public does not.</summary>
    internal int ForAgenciesOnly { get; private set; }

    /// <summary>What a text gives away that everybody reads.</summary>
    internal IEnumerable<string> InPublic(string text) =>
        In(text).Concat(forAgencies.Where(s => s.Pattern.IsMatch(text)).Select(s => s.What)).Distinct();

    /// <summary>What of these a text gives away that people outside read.</summary>
    internal IEnumerable<string> In(string text) =>
        people.Concat(ofTheReview).Where(s => s.Pattern.IsMatch(text)).Select(s => s.What).Distinct();

    /// <summary>What of these a line of the operator's log gives away; such lines may name members by their ids.</summary>
    internal IEnumerable<string> InLog(string line) => people.Where(s => s.Pattern.IsMatch(line)).Select(s => s.What).Distinct();

    private int Person(string what, string text) => Add(people, what, text);

    private static int Add(List<(string What, Regex Pattern)> to, string what, string text)
    {
        to.Add((what, Words(text, whole: true)));
        return 1;
    }

    private void OfTheReview(string what, string text, bool whole = true) => ofTheReview.Add((what, Words(text, whole)));

    private static Regex Words(string text, bool whole) =>
        new(whole ? $@"(^|[^\w-]){Regex.Escape(text)}($|[^\w-])" : Regex.Escape(text),
            RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}
