using System.Globalization;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Pages.Members;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Routes;

/// <summary>
/// A member answers on their page what follows the review's own questions: whether a draft is right, whether they were
/// answered. What an answer settles is decided where those by message are (<see cref="FollowingUp"/>).
/// </summary>
internal static class FollowUpPageRoutes
{
    /// <summary>Takes the form of a follow-up that the member was asked; late, where it is late.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, MemberPage page, ReviewPages pages, string token,
        IFormCollection form)
    {
        if (Asked(page, form) is not { } asked)
            return pages.Start();
        var words = PageWords.In(page.Invitation.Language);
        var filled = MemberPageRoutes.Read(form, asked.Number, FollowingUp.Choices(asked.Kind));
        var open = page.FollowUps.Any(f => f.Asked.Number == asked.Number);
        if (Fault(asked, filled, words) is { } fault)
            return open ? pages.FollowUps([fault], filled) : pages.Start();
        var outcome =
            await MemberPageRoutes.TakeAsync(context, page.Link, form,
                new(PageAction.Answer, page.Link.Source, page.Member.Id, page.Link.Channel)
                {
                    FollowUp = asked.Kind,
                    Choice = filled.Option,
                    NotQuoted = filled.NotQuoted,
                }, filled.Words.Trim());
        if (outcome?.Place is InboundPlace.OptOut)
            return pages.Done(words.Stopped);
        // Something is not right, and nobody knows what: asked at once, as by message.
        return outcome?.Place is InboundPlace.Accepted && await MemberPageRoutes.OpenAsync(context, page.Link, token) is var (now, next)
            && now.FollowUps.Any(f => f.Asked.Number == asked.Number && FollowingUp.WantsWords(f.Asked))
            ? next.TellWhatIsWrong(asked.Number, outcome.Answer)
            : pages.FollowUpSaved(asked.Kind, filled.Option, outcome);
    }

    private static FollowUp? Asked(MemberPage page, IFormCollection form) =>
        page.Review.Stage is not ReviewStage.Cancelled
            && int.TryParse(form[MemberFields.FollowUp], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? page.Review.FollowUps.FirstOrDefault(f => f.Number == number && f.MemberId == page.Member.Id && f.AskedAt is not null)
            : null;

    private static FormFault? Fault(FollowUp asked, Filled filled, PageWords words) =>
        filled.Words.Length > MemberFields.MostLetters ? new(MemberFields.Words(asked.Number), words.TooLong(MemberFields.MostLetters))
        : filled.Any && filled.Choice != Filled.NotSure ? null
        : new(FollowUpsPage.FirstField(asked.Number), words.Nothing);
}
