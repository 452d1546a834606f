import { createBrowserRouter } from "react-router";

import { Layout } from "./layout/Layout";
import { Broken } from "./layout/Broken";
import { Loading } from "./layout/Loading";
import { NotFoundPage } from "./pages/not-found/NotFoundPage";

/** The pages by their addresses. Each is a chunk of its own, which is fetched when somebody goes there. */
export const router = createBrowserRouter([
  {
    element: <Layout />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: "/", lazy: () => import("./pages/start/route") },
          { path: "/researchers/:slug", lazy: () => import("./pages/profile/route") },
          { path: "/researchers/:slug/claim", lazy: () => import("./pages/claim/route") },
          { path: "/researchers/:slug/edit", lazy: () => import("./pages/edit/route") },
          { path: "/researchers/:slug/invite", lazy: () => import("./pages/invite/route") },
          { path: "/claims", lazy: () => import("./pages/claims/route") },
          { path: "/explore", lazy: () => import("./pages/explore/route") },
          { path: "/works/:slug", lazy: () => import("./pages/work/route") },
          { path: "/topics/:slug", lazy: () => import("./pages/topic/route") },
          { path: "/institutions/:slug", lazy: () => import("./pages/institution/route") },
          { path: "/sources/:slug", lazy: () => import("./pages/source/route") },
          { path: "/search", lazy: () => import("./pages/search/route") },
          { path: "/sign-in", lazy: () => import("./pages/sign-in/route") },
          { path: "/feed", lazy: () => import("./pages/feed/route") },
          { path: "/conversations", lazy: () => import("./pages/conversations/route") },
          { path: "/conversations/:id", lazy: () => import("./pages/conversations/one-route") },
          { path: "/notifications", lazy: () => import("./pages/notifications/route") },
          { path: "/report/:id", lazy: () => import("./pages/report/route") },
          { path: "/moderation", lazy: () => import("./pages/moderation/route") },
          { path: "/settings", lazy: () => import("./pages/settings/route") },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
