using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Pages;

/// <summary>What every form of a signed-in page holds.</summary>
public static class FormToken
{
    /// <summary>The hidden field that proves that the form is of this session; nothing without a session.</summary>
    public static Html Field(HttpContext context) => PageSessions.FormToken(context) is { } token
        ? Html.Of($"<input type=\"hidden\" name=\"{PageSessions.FormTokenField}\" value=\"{token}\">")
        : Html.Empty;
}
