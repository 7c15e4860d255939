/**
 * A page's parts that were not ready with its frame come right behind it, mostly before anything is painted. React 19
 * keeps them hidden for 300 ms after the first frame all the same (its `$RT` says when that was, and it has no setting for
 * it), and shows a skeleton meanwhile. Where the time is never known, they are shown with the next frame.
 */
export const revealAtOnceScript =
  'Object.defineProperty(window,"$RT",{get:function(){},set:function(){}})';
