using System.Text;
using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

public sealed class HtmlTextTests
{
    public static TheoryData<string, string> Mails => new()
    {
        { "<div dir=\"ltr\">Yes, with changes.</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon, Mar 4, "
            + "2024 at 10:11 AM Dana &lt;<a href=\"mailto:d@example.org\">d@example.org</a>&gt; wrote:<br></div><blockquote "
            + "class=\"gmail_quote\" style=\"border-left:1px solid\"><div>Question?</div></blockquote></div>", "Yes, with changes." },
        { "<div>One<br></div><div><br></div><div>Two</div>", "One\n\nTwo" },
        { "<p>One</p><p>Two &amp; three</p>", "One\n\nTwo & three" },
        { "<div class=\"gmail_quote\"><div class=\"gmail_attr\">El lun, 4 mar 2024, Dana escribió:</div><blockquote "
            + "class=\"gmail_quote\">Q1</blockquote></div><div>A1</div><blockquote type=\"cite\">Q2</blockquote><div>A2</div>", "A1\nA2" },
        { "<div>Yes.</div><div id=\"Signature\"><div>Maria Lopez</div></div><div id=\"appendonsend\"></div><hr><div "
            + "id=\"divRplyFwdMsg\"><b>From:</b> Dana<br><b>Sent:</b> Monday<br></div><div>Question?</div>", "Yes." },
        { "<div>Yes.</div><div class=\"gmail_signature\" data-smartmail=\"gmail_signature\">Maria</div>", "Yes." },
        { "<div class=\"WordSection1\"><p class=\"MsoNormal\">Yes.</p><div style=\"border-top:solid\"><p><b>From:</b> Dana "
            + "&lt;d@example.org&gt;<br><b>Sent:</b> Monday, March 4, 2024 10:11 AM<br><b>To:</b> Maria<br><b>Subject:</b> "
            + "Q</p></div><p>Question?</p></div>", "Yes." },
        { "<p>Yes.</p><div class=\"moz-cite-prefix\">On 3/4/24 10:11, Dana wrote:<br></div><blockquote type=\"cite\" "
            + "cite=\"mid:1\">Question?</blockquote><p>No more.</p>", "Yes.\n\nNo more." },
        { "<html><head><style>p{}</style><title>t</title></head><body><script>x()</script><p>Hola &ntilde;</p></body></html>", "Hola ñ" },
        { "<blockquote style=\"margin: 0 0 0 40px; border: none; padding: 0px;\"><div>indented by me</div></blockquote>",
            "indented by me" },
        { "<ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>", "- one\n- two\n1. first" },
        { "<div>Yes</div><div class=\"yahoo_quoted\">On Monday, Dana wrote:<div>Question?</div></div>", "Yes" },
        { "<div>Si</div><div>Enviado desde mi iPhone</div><blockquote type=\"cite\">El 4 mar 2024, a las 10:11, Dana "
            + "escribió:<br><br>Q</blockquote>", "Si" },
        { "<div>see below</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Dana "
            + "&lt;d@example.org&gt;<br>Date: Mon, Mar 4, 2024<br>Subject: Q<br>To: Maria</div><div>Question?</div></div>", "see below" },
        { "<p style=\"display:none\">hidden</p><p>shown</p>", "shown" },
        { "<b>2</b>", "2" },
        { "<div>Hi</div><div id=\"x_mail-editor-reference-message-container\"></div><div>Yes, ask her.</div>", "Hi\nYes, ask her." },
        { "<div>Hi</div><div id=\"Mail-Editor-Reference-Message-Container\"> </div><div>Yes, ask.</div>", "Hi\nYes, ask." },
        { "<div>Hi</div><div class=\"mail-editor-reference-message-container\"></div><div>Yes, pay.</div>", "Hi\nYes, pay." },
        { "<div>Yes.</div><div id=\"x_mail-editor-reference-message-container\"><div>Dear Rosa, a question?</div></div>", "Yes." },
        { "plain, no markup", "plain, no markup" },
        { "<pre>a\n  b</pre>", "a\n  b" },
        { "<table><tr><td>one</td><td>two</td></tr></table>", "one two" },
    };

    [Theory]
    [MemberData(nameof(Mails))]
    public void Reply_is_found_in_mail_that_is_html_only(string html, string reply) =>
        Assert.Equal(reply,
            EmailReader.Read(
                Encoding.UTF8.GetBytes("From: m@example.net\nSubject: Re: q\nMessage-ID: <1@x>\nContent-Type: text/html; charset=utf-8\n\n"
                    + html), EmailContext.Default).Reply);

    [Fact]
    public void Markup_of_hostile_depth_still_gives_its_text() =>
        Assert.Contains("deep inside", HtmlText.Of(string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep inside"),
            StringComparison.Ordinal);
}
