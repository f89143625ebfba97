using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages.Members;

/// <summary>
/// What every page behind a member's link knows: its words, whom to call, where its forms post. The pieces of the pages find
/// it around them.
/// </summary>
/// <param name="language">Language of the question (ISO 639-1), which may have no words of ours.</param>
/// <param name="token">Of the link.</param>
/// <param name="help">Whom the member may call.</param>
/// <param name="danger">The fixed answer to danger.</param>
public sealed class BehindLink(string language, string token, HelpContact help, FixedAnswer danger)
{
    /// <summary>The words of the page.</summary>
    public PageWords Words { get; } = PageWords.In(language);

    /// <summary>The words of the messages.</summary>
    public Phrases Phrases { get; } = Phrases.In(language);

    /// <summary>Whom the member may call.</summary>
    public HelpContact Help => help;

    /// <summary>The fixed answer to danger.</summary>
    public FixedAnswer Danger => danger;

    /// <summary>The page itself; its forms post there.</summary>
    public string Path => "/r/" + token;

    /// <summary>For <c>lang</c> of what is in the language of the question: it may have no words of ours,
    /// and then a screen reader must know.</summary>
    public string? Tongue => TongueOf(language);

    /// <summary>The same for what is in another language; null where the page is in it.</summary>
    public string? TongueOf(string other) => other == Words.Language ? null : other;

    /// <summary>A page of this link: a component with a parameter <c>Model</c>, and whom to call.</summary>
    internal Page Say<TComponent>(string title, object model, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => Framed(Words, title, status, builder =>
    {
        builder.OpenComponent<MemberContent>(0);
        builder.AddComponentParameter(1, nameof(MemberContent.Link), this);
        builder.AddComponentParameter(2, nameof(MemberContent.ChildContent), Page.Content<TComponent>(model));
        builder.CloseComponent();
    });

    /// <summary>One sentence after a button was pressed.</summary>
    internal Page Done(string sentence) => Say<DonePage>(sentence, sentence);

    /// <summary>What anybody gets whose link leads nowhere: one page for every reason, in both languages.</summary>
    internal static Page Gone(HelpContact help)
    {
        var words = PageWords.In("en");
        return Framed(words, words.Gone.Heading, StatusCodes.Status404NotFound, Page.Content<GonePage>(help));
    }

    // The frame of members' pages leads nowhere.
    private static Page Framed(PageWords words, string title, int status, RenderFragment content) => new(title, content)
    {
        Status = status,
        Language = words.Language,
        Frame = new(words.Board, words.Skip, words.Foot),
    };
}
