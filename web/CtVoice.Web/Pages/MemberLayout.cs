using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Words;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>What is wrong with a form, and where.</summary>
internal sealed record FormFault(string FieldId, string Message);

/// <summary>What every page behind a member's link has: whom to call, forms that post to the link itself, faults that lead to their field.</summary>
internal sealed class MemberLayout(PageWords words, string token, HelpContact help)
{
    /// <summary>The page itself; its forms post there.</summary>
    public string Path => "/r/" + token;

    /// <summary>A page of this link.</summary>
    public Page Say(string title, Html content, int status = StatusCodes.Status200OK) => Framed(words, title, Html.Of($"""
        {content}
        <p>{words.Help(help.Name, help.Phone)}</p>
        """), status);

    /// <summary>A page in the frame of members' pages.</summary>
    public static Page Framed(PageWords words, string title, Html content, int status = StatusCodes.Status200OK) => new(title, content)
    {
        Status = status,
        Language = words.Language,
        Frame = new(words.Board, words.Skip, words.Foot),
    };

    /// <summary>One sentence after a button was pressed.</summary>
    public Page Done(string sentence) => Say(sentence, Html.Of($"<h1>{sentence}</h1>{Back()}"));

    /// <summary>Back to what the link shows.</summary>
    public Html Back() => Html.Of($"<p><a href=\"{Path}\">{words.Back}</a></p>");

    /// <summary>What an answer can and cannot do to whoever gives it.</summary>
    public Html Safety() => Html.Of($"<div class=\"note\">{Phrases.In(words.Language).Safety.Split('\n').Select(line => Html.Of($"<p>{line}</p>"))}</div>");

    /// <summary>What is wrong, on top, each fault leading to its field.</summary>
    public Html? Faults(IReadOnlyList<FormFault> faults) => faults.Count == 0 ? null : Html.Of($"""
        <div class="fault" role="alert" id="faults" tabindex="-1" autofocus>
        <p><strong>{words.Problem}</strong></p>
        <ul>{faults.Select(f => Html.Of($"<li><a href=\"#{f.FieldId}\">{f.Message}</a></li>"))}</ul>
        </div>
        """);

    /// <summary>Something that one press does.</summary>
    public Html Button((string Heading, string Text, string Button) what, string action) => Html.Of($"""
        <section>
        <h2>{what.Heading}</h2>
        <p>{what.Text}</p>
        <form method="post" action="{Path}">
        {Once(action)}
        <p><button class="second">{what.Button}</button></p>
        </form>
        </section>
        """);

    /// <summary>What a form does, and a name for this filling in of it.</summary>
    public static Html Once(string action) => Html.Of($"""
        <input type="hidden" name="do" value="{action}"><input type="hidden" name="once" value="{Guid.NewGuid():N}">
        """);

    /// <summary>One option of several.</summary>
    public static Html Radio(string group, string value, Html label, bool ticked) => Html.Of($"""
        <p class="tick"><input type="radio" id="{group}-{value}" name="{group}" value="{value}"{(ticked ? Html.Of($" checked") : null)}><label for="{group}-{value}">{label}</label></p>
        """);
}
